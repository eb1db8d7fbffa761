package import SupportModel

/// Writes a note on a ticket.
package struct TicketNote: Request {
    package static let method = "ticket.note"
    package static let access = Access.write
    package static let lineBytesMax = WireLimits.longLineBytesMax
    package var ticket: Identifier<Ticket>
    package var text: String

    package init(ticket: Identifier<Ticket>, text: String) {
        self.ticket = ticket
        self.text = text
    }

    package typealias Reply = TicketView
}
