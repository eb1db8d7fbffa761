/// Writes a note on a ticket, whatever its state.
package struct NoteTicket: Command {
    /// The ticket to write on.
    package var ticket: Identifier<Ticket>
    /// What to write: 1 to `Limits.bodyBytesMax` bytes, not blank.
    package var text: String

    package init(ticket: Identifier<Ticket>, text: String) {
        self.ticket = ticket
        self.text = text
    }

    /// One `TicketNoted`, or what is wrong with the text.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.ticket(ticket)
        guard !BoundedText.isBlank(text) else {
            throw .invalid(what: "the note", why: "is empty", wayOut: "say something")
        }
        return [Event(TicketNoted(ticket: ticket, text: try BoundedText.body(text, "the note")))]
    }

    /// The version of the ticket as it stands; nil when the desk has no such ticket.
    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}
