package import SupportModel

/// Takes a resolved or closed ticket up again.
package struct TicketReopen: Request {
    package static let method = "ticket.reopen"
    package static let access = Access.write
    package var ticket: Identifier<Ticket>
    package var reason: String

    package init(ticket: Identifier<Ticket>, reason: String) {
        self.ticket = ticket
        self.reason = reason
    }

    package typealias Reply = TicketView
}
