/// Work that somebody is doing now: it becomes time entries when it is stopped.
package struct WorkTimer: Hashable, Sendable, Codable {
    /// Who works; each has one timer at most.
    package var by: Actor
    /// What the work is for.
    package var ticket: Identifier<Ticket>
    /// What kind of work it is; nil: the ticket's when it is stopped (R2).
    package var service: Name<Service>?
    /// What is done; nil when nobody said so far.
    package var note: String?
    /// When it was started, by the wall clock.
    package var startedAt: Instant
    /// The sequence number of the record that started it.
    package var version: UInt64
}
