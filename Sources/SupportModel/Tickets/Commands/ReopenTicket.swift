/// Takes a resolved or closed ticket up again, within the days that the policy allows.
package struct ReopenTicket: Command {
    /// The ticket to take up again; refused while it still wants work.
    package var ticket: Identifier<Ticket>
    /// Why, in one line.
    package var reason: String

    package init(ticket: Identifier<Ticket>, reason: String) {
        self.ticket = ticket
        self.reason = reason
    }

    /// One `TicketReopened`; refused once the days for it are over.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.ticket(ticket)
        guard !found.state.isLive, let resolvedAt = found.resolvedAt else {
            throw .ticketState(
                ticket, found.state, wanted: "resolved or closed", wayOut: "it wants work already")
        }
        _ = try state.currentClient(found.client)
        try state.expectNoOtherTicket(of: found)
        let window = Int64(context.policy.reopenDays) * 86_400_000
        guard state.believed(context.now).milliseconds(since: resolvedAt) <= window else {
            throw .reopenTooLate(ticket, resolvedAt: resolvedAt, days: context.policy.reopenDays)
        }
        let reason = try BoundedText.line(reason, "the reason")
        return [Event(TicketReopened(ticket: ticket, reason: reason))]
    }

    /// The version of the ticket as it stands; nil when the desk has no such ticket.
    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}

extension State {
    /// Refuses while the monitor that opened the ticket has another one open: it has one at a time.
    fileprivate func expectNoOtherTicket(of ticket: Ticket) throws(Refusal) {
        guard let name = ticket.monitor, let monitor = monitors[name],
            monitor.client == ticket.client, let other = monitor.ticket, other != ticket.number
        else { return }
        throw .inUse(
            what: "the one open ticket of monitor \(name)", by: "ticket \(other)",
            wayOut: "work on ticket \(other), and name this one in a note")
    }
}
