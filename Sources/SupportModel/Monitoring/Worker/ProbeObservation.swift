/// What a worker saw when it looked once.
package struct ProbeObservation: Hashable, Sendable, Codable {
    /// The judgement of one look.
    package enum Outcome: String, Sendable, Codable, CaseIterable {
        /// As it should be.
        case success
        /// Not as it should be.
        case failure
        /// The worker could not look at all (a path that is gone, no descriptors left): says nothing
        /// about what is watched.
        case unknown
    }

    /// The monitor that was looked at.
    package var monitor: Name<Monitor>
    /// How what was seen is judged.
    package var outcome: Outcome
    /// One line for people: `HTTP 200 in 12 ms`, `connection refused`, `91 % used on /srv`.
    package var detail: String
    /// How long each part of the exchange took; nil where none was measured.
    package var phases: ProbePhases?

    package init(
        monitor: Name<Monitor>, outcome: Outcome, detail: String, phases: ProbePhases? = nil
    ) {
        self.monitor = monitor
        self.outcome = outcome
        self.detail = detail
        self.phases = phases
    }
}
