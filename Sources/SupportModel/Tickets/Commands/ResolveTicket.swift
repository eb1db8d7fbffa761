/// Says that the work of a ticket is done.
package struct ResolveTicket: Command {
    package var ticket: Identifier<Ticket>
    package var note: String?

    package init(ticket: Identifier<Ticket>, note: String? = nil) {
        self.ticket = ticket
        self.note = note
    }

    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.ticket(ticket)
        guard found.state.isLive else {
            throw .ticketState(
                ticket, found.state, wanted: "open or active",
                wayOut: "its work is done already; supportc ticket show \(ticket)")
        }
        if let note { _ = try BoundedText.line(note, "the note") }
        return [Event(TicketResolved(ticket: ticket, note: note))]
    }

    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}
