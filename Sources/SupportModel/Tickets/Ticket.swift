/// One piece of work that a client or a monitor asked for.
package struct Ticket: Hashable, Sendable, Codable {
    package var number: Identifier<Ticket>
    package var client: Name<Client>
    /// The contract that pays for it; nil on demand (R4).
    package var contract: Identifier<Contract>?
    package var level: Level
    package var service: Name<Service>
    package var subject: String
    package var body: String
    package var source: TicketSource
    /// The monitor that opened it.
    package var monitor: Name<Monitor>?
    package var state: TicketState
    package var assignee: Name<Staff>?
    package var openedAt: Instant
    package var openedBy: Actor
    package var resolvedAt: Instant?
    /// True once a person has done anything with it: a monitor then leaves it to people.
    package var touched: Bool
    /// Oldest first.
    package var remarks: [TicketRemark]
    /// In order of booking, voided ones included.
    package var entries: [Identifier<TimeEntry>]
    /// The sequence number of the record that last changed the ticket.
    package var version: UInt64
}
