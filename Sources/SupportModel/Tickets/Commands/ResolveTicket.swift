/// Says that the work of a ticket is done.
package struct ResolveTicket: Command {
    /// The ticket whose work is done; refused unless it is live.
    package var ticket: Identifier<Ticket>
    /// What was done, in one line; nil when there is nothing to say.
    package var note: String?

    package init(ticket: Identifier<Ticket>, note: String? = nil) {
        self.ticket = ticket
        self.note = note
    }

    /// One `TicketResolved`, or the state that the ticket is in instead.
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

    /// The version of the ticket as it stands; nil when the desk has no such ticket.
    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}
