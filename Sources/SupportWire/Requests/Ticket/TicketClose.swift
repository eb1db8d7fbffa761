package import SupportModel

/// Files a resolved ticket.
package struct TicketClose: Request {
    package static let method = "ticket.close"
    package static let access = Access.write
    /// The ticket to file, which must be resolved.
    package var ticket: Identifier<Ticket>

    package init(ticket: Identifier<Ticket>) {
        self.ticket = ticket
    }

    package typealias Reply = TicketView
}
