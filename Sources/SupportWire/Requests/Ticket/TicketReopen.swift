package import SupportModel

/// Takes a resolved or closed ticket up again.
package struct TicketReopen: Request {
    package static let method = "ticket.reopen"
    package static let access = Access.write
    /// The ticket to take up again; refused once too many days have passed since it was resolved.
    package var ticket: Identifier<Ticket>
    /// Why, for the ticket's history: one line of at most 256 bytes.
    package var reason: String

    package init(ticket: Identifier<Ticket>, reason: String) {
        self.ticket = ticket
        self.reason = reason
    }

    package typealias Reply = TicketView
}
