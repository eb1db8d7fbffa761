package import SupportModel

/// A running timer as the protocol shows it.
package struct TimerView: Codable, Hashable, Sendable {
    /// Who works.
    package var by: Actor
    /// The ticket that is worked on.
    package var ticket: Identifier<Ticket>
    /// The ticket's client; missing where the desk no longer knows the ticket.
    package var client: Name<Client>?
    /// The contract that will pay; missing on demand.
    package var contract: Identifier<Contract>?
    /// The kind of work; missing where it is the ticket's.
    package var service: Name<Service>?
    /// What is done; missing where nobody said so far.
    package var note: String?
    /// When it was started.
    package var startedAt: Instant
    /// What it has measured so far, rounded half up to the minute; 0 where the clock was set back.
    package var minutes: Minutes
    /// The sequence number of the record that started it.
    package var version: UInt64

    /// What callers see of a timer at an instant.
    package init(_ timer: WorkTimer, of ticket: Ticket?, at now: Instant) {
        by = timer.by
        self.ticket = timer.ticket
        client = ticket?.client
        contract = ticket?.contract
        service = timer.service
        note = timer.note
        startedAt = timer.startedAt
        minutes = Minutes(
            Int((max(0, now.milliseconds(since: timer.startedAt)) + 30_000) / 60_000))
        version = timer.version
    }
}
