package import SupportModel

/// Says that the work of a ticket is done.
package struct TicketResolve: Request {
    package static let method = "ticket.resolve"
    package static let access = Access.write
    /// The ticket whose work is done, open or active until now.
    package var ticket: Identifier<Ticket>
    /// What was done, for the ticket's history: one line of at most 256 bytes.
    package var note: String?

    package init(ticket: Identifier<Ticket>, note: String? = nil) {
        self.ticket = ticket
        self.note = note
    }

    package typealias Reply = TicketView
}
