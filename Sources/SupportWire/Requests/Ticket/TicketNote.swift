package import SupportModel

/// Writes a note on a ticket.
package struct TicketNote: Request {
    package static let method = "ticket.note"
    package static let access = Access.write
    /// 1 MiB, for a note may take the greater part of a line.
    package static let lineBytesMax = WireLimits.longLineBytesMax
    /// The ticket to write on, in whatever state.
    package var ticket: Identifier<Ticket>
    /// The note, which may have many lines: not blank, at most 32 KiB.
    package var text: String

    package init(ticket: Identifier<Ticket>, text: String) {
        self.ticket = ticket
        self.text = text
    }

    package typealias Reply = TicketView
}
