/// Files a resolved ticket.
package struct CloseTicket: Command {
    /// The ticket to file; refused unless it is resolved.
    package var ticket: Identifier<Ticket>

    /// For the ticket of a number.
    package init(ticket: Identifier<Ticket>) { self.ticket = ticket }

    /// One `TicketClosed`, or the state that the ticket is in instead.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.ticket(ticket)
        guard found.state == .resolved else {
            throw .ticketState(
                ticket, found.state, wanted: "resolved",
                wayOut: found.state == .closed
                    ? "it is filed already" : "supportc ticket resolve \(ticket)")
        }
        return [Event(TicketClosed(ticket: ticket))]
    }

    /// The version of the ticket as it stands; nil when the desk has no such ticket.
    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}
