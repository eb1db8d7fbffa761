package import SupportModel

/// What the last look at a monitor saw.
package struct LookView: Codable, Hashable, Sendable {
    /// When the desk heard of it.
    package var at: Instant
    /// What it came to: a success, a failure, or unknown because it could not be made.
    package var outcome: ProbeObservation.Outcome
    /// One line for people: `HTTP 200 in 12 ms`.
    package var detail: String
    /// How long each part took, in microseconds; missing for what does not go over the network.
    package var phases: ProbePhases?
    /// How many looks in a row had this outcome.
    package var streak: Int

    /// What callers see of a look.
    package init(_ look: LastLook) {
        at = look.at
        outcome = look.observation.outcome
        detail = look.observation.detail
        phases = look.observation.phases
        streak = look.streak
    }
}
