/// Writes a note on a ticket, whatever its state.
package struct NoteTicket: Command {
    package var ticket: Identifier<Ticket>
    package var text: String

    package init(ticket: Identifier<Ticket>, text: String) {
        self.ticket = ticket
        self.text = text
    }

    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.ticket(ticket)
        guard !BoundedText.isBlank(text) else {
            throw .invalid(what: "the note", why: "is empty", wayOut: "say something")
        }
        return [Event(TicketNoted(ticket: ticket, text: try BoundedText.body(text, "the note")))]
    }

    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}
