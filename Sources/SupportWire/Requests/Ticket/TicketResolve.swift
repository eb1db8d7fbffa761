package import SupportModel

/// Says that the work of a ticket is done.
package struct TicketResolve: Request {
    package static let method = "ticket.resolve"
    package static let access = Access.write
    package var ticket: Identifier<Ticket>
    package var note: String?

    package init(ticket: Identifier<Ticket>, note: String? = nil) {
        self.ticket = ticket
        self.note = note
    }

    package typealias Reply = TicketView
}
