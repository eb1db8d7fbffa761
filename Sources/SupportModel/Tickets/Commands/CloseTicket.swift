/// Files a resolved ticket.
package struct CloseTicket: Command {
    package var ticket: Identifier<Ticket>

    package init(ticket: Identifier<Ticket>) { self.ticket = ticket }

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

    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}
