/// Says that a live ticket is more or less severe than it was thought (R3).
package struct ChangeTicketLevel: Command {
    package var ticket: Identifier<Ticket>
    package var level: Level
    package var reason: String?

    package init(ticket: Identifier<Ticket>, level: Level, reason: String? = nil) {
        self.ticket = ticket
        self.level = level
        self.reason = reason
    }

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

    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}
