package import SupportModel

/// What the last look at a monitor saw.
package struct LookView: Codable, Hashable, Sendable {
    package var at: Instant
    package var outcome: ProbeObservation.Outcome
    package var detail: String
    /// Microseconds.
    package var phases: ProbePhases?
    /// How many looks in a row had this outcome.
    package var streak: Int

    package init(_ look: LastLook) {
        at = look.at
        outcome = look.observation.outcome
        detail = look.observation.detail
        phases = look.observation.phases
        streak = look.streak
    }
}
