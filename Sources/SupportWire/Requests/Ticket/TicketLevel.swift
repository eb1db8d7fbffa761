package import SupportModel

/// Changes a ticket's level (R3).
package struct TicketLevel: Request {
    package static let method = "ticket.level"
    package static let access = Access.write
    package var ticket: Identifier<Ticket>
    package var level: Level
    package var reason: String?

    package init(ticket: Identifier<Ticket>, level: Level, reason: String? = nil) {
        self.ticket = ticket
        self.level = level
        self.reason = reason
    }

    package typealias Reply = TicketView
}
