package import SupportModel

/// Gives a ticket to somebody, or to nobody.
package struct TicketAssign: Request {
    package static let method = "ticket.assign"
    package static let access = Access.write
    /// The ticket to hand over, open or active.
    package var ticket: Identifier<Ticket>
    /// Nobody unless said.
    package var to: Name<Staff>?

    package init(ticket: Identifier<Ticket>, to: Name<Staff>? = nil) {
        self.ticket = ticket
        self.to = to
    }

    package typealias Reply = TicketView
}
