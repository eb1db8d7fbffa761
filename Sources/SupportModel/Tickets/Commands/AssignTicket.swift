/// Gives a live ticket to a manager or an engineer, or to nobody.
package struct AssignTicket: Command {
    /// The ticket to give away; refused unless it is live.
    package var ticket: Identifier<Ticket>
    /// Nil: to nobody.
    package var assignee: Name<Staff>?

    package init(ticket: Identifier<Ticket>, assignee: Name<Staff>?) {
        self.ticket = ticket
        self.assignee = assignee
    }

    /// One `TicketAssigned`; a viewer works on nothing and is refused.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.liveTicket(ticket)
        if let assignee {
            let staff = try state.member(assignee)
            guard staff.role != .viewer else {
                throw .invalid(
                    what: "\(assignee)", why: "is a viewer and works on no tickets",
                    wayOut: "assign it to a manager or an engineer")
            }
        }
        return [Event(TicketAssigned(ticket: ticket, assignee: assignee))]
    }

    /// The version of the ticket as it stands; nil when the desk has no such ticket.
    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}

extension State {
    /// The ticket, refused when it is resolved or closed.
    func liveTicket(_ number: Identifier<Ticket>) throws(Refusal) -> Ticket {
        let ticket = try ticket(number)
        guard ticket.state.isLive else {
            throw .ticketState(
                number, ticket.state, wanted: "open or active",
                wayOut: "supportc ticket reopen \(number) --reason R")
        }
        return ticket
    }
}
