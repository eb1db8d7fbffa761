/// Takes a resolved or closed ticket up again, within the days that the policy allows.
package struct ReopenTicket: Command {
    package var ticket: Identifier<Ticket>
    package var reason: String

    package init(ticket: Identifier<Ticket>, reason: String) {
        self.ticket = ticket
        self.reason = reason
    }

    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.ticket(ticket)
        guard !found.state.isLive, let resolvedAt = found.resolvedAt else {
            throw .ticketState(
                ticket, found.state, wanted: "resolved or closed", wayOut: "it wants work already")
        }
        let window = Int64(context.policy.reopenDays) * 86_400_000
        guard context.now.milliseconds(since: resolvedAt) <= window else {
            throw .reopenTooLate(ticket, resolvedAt: resolvedAt, days: context.policy.reopenDays)
        }
        let reason = try BoundedText.line(reason, "the reason")
        return [Event(TicketReopened(ticket: ticket, reason: reason))]
    }

    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}
