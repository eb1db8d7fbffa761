package import SupportModel

/// A ticket as the protocol shows it in a list, and as every change of one answers.
package struct TicketView: Codable, Hashable, Sendable {
    package var ticket: Identifier<Ticket>
    package var client: Name<Client>
    /// Missing on demand.
    package var contract: Identifier<Contract>?
    package var level: Level
    package var service: Name<Service>
    package var subject: String
    package var state: TicketState
    package var source: TicketSource
    package var monitor: Name<Monitor>?
    package var assignee: Name<Staff>?
    package var openedAt: Instant
    package var openedBy: Actor
    package var resolvedAt: Instant?
    package var version: UInt64

    package init(_ ticket: Ticket) {
        self.ticket = ticket.number
        client = ticket.client
        contract = ticket.contract
        level = ticket.level
        service = ticket.service
        subject = ticket.subject
        state = ticket.state
        source = ticket.source
        monitor = ticket.monitor
        assignee = ticket.assignee
        openedAt = ticket.openedAt
        openedBy = ticket.openedBy
        resolvedAt = ticket.resolvedAt
        version = ticket.version
    }
}
