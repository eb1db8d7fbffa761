/// Says that a live ticket is more or less severe than it was thought (R3).
package struct ChangeTicketLevel: Command {
    /// The ticket that was misjudged; refused unless it is live.
    package var ticket: Identifier<Ticket>
    /// How severe it is (R3); the level that it has already is refused.
    package var level: Level
    /// Why, in one line; nil when nobody said.
    package var reason: String?

    package init(ticket: Identifier<Ticket>, level: Level, reason: String? = nil) {
        self.ticket = ticket
        self.level = level
        self.reason = reason
    }

    /// One `TicketLevelChanged`, or why the level stays.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.liveTicket(ticket)
        guard found.level != level else {
            throw .invalid(
                what: "level \(level.rawValue)", why: "is the ticket's level already",
                wayOut: "name another")
        }
        if let reason { _ = try BoundedText.line(reason, "the reason") }
        return [
            Event(
                TicketLevelChanged(ticket: ticket, from: found.level, to: level, reason: reason))
        ]
    }

    /// The version of the ticket as it stands; nil when the desk has no such ticket.
    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}
