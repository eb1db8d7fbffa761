/// Starts the caller's timer on a ticket.
package struct StartTimer: Command {
    /// What the work is for; refused once closed.
    package var ticket: Identifier<Ticket>
    /// Nil: the ticket's.
    package var service: Name<Service>?
    /// What is done, for the statement; it can also be said at the end.
    package var note: String?

    package init(
        ticket: Identifier<Ticket>, service: Name<Service>? = nil, note: String? = nil
    ) {
        self.ticket = ticket
        self.service = service
        self.note = note
    }

    /// One `TimerStarted`; refused while another one of the caller runs, and where the work could
    /// not be booked now.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        if let running = state.timers[context.by] {
            throw .timer(
                why: "your timer runs on ticket \(running.ticket) since \(running.startedAt)",
                wayOut: "supportc time stop books it, supportc time stop --discard forgets it")
        }
        let ticket = try state.bookableTicket(ticket)
        if let service, context.catalogue.service(service) == nil {
            throw .unknown(.service, service.text)
        }
        if let note { _ = try BoundedText.body(note, "the note") }
        try state.expectTrustedClock(context.now)
        if let number = ticket.contract {
            let contract = try state.contract(.number(number), at: context.now)
            let standing = contract.standing(at: context.now)
            guard standing == .active else {
                throw .contractNotActive(
                    number, standing, start: contract.start, end: contract.end)
            }
        }
        return [Event(TimerStarted(ticket: ticket.number, service: service, note: note))]
    }
}
