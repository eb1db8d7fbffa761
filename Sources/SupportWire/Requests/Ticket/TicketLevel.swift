package import SupportModel

/// Changes a ticket's level (R3).
package struct TicketLevel: Request {
    package static let method = "ticket.level"
    package static let access = Access.write
    /// The ticket to change, open or active.
    package var ticket: Identifier<Ticket>
    /// The new level, 1 to 4; refused when it is the old one.
    package var level: Level
    /// Why, for the ticket's history: one line of at most 256 bytes.
    package var reason: String?

    package init(ticket: Identifier<Ticket>, level: Level, reason: String? = nil) {
        self.ticket = ticket
        self.level = level
        self.reason = reason
    }

    package typealias Reply = TicketView
}
