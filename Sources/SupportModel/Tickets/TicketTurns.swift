/// A turn in a ticket's life that a note can go with.
package protocol TicketTurn: Sendable {
    /// The events of the turn; empty where it has been made already.
    static func events(
        of ticket: Identifier<Ticket>, note: String?, _ state: State, _ context: Context
    ) throws(Refusal) -> [Event]
}

/// Makes a turn in a ticket's life.
package struct TurnTicket<Turn: TicketTurn>: TicketCommand, Codable {
    package var ticket: Identifier<Ticket>
    /// What goes with it, in one line; nil if not given.
    package var note: String?

    package init(ticket: Identifier<Ticket>, note: String? = nil) {
        (self.ticket, self.note) = (ticket, note)
    }

    /// The turn's event, or nothing where it has been made already and there is no note; refused in
    /// a state that does not allow it, and for a note that is not allowed.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let events = try Turn.events(of: ticket, note: note, state, context)
        if let note { _ = try BoundedText.line(note, .note) }
        return Decision(ticket, events)
    }
}

/// Has a live ticket wait for the client, which stops its deadlines.
package typealias WaitForClient = TurnTicket<WaitingTurn>

/// Takes a ticket up again that waited for the client: its deadlines go on from where they stood.
package typealias ResumeTicket = TurnTicket<ResumedTurn>

/// Resolves a ticket, as its work is done.
package typealias ResolveTicket = TurnTicket<ResolvedTurn>

/// A ticket begins to wait for the client; refused unless it is live.
package enum WaitingTurn: TicketTurn {
    /// One `TicketWaiting`, or nothing where it waits already and there is no note.
    package static func events(
        of ticket: Identifier<Ticket>, note: String?, _ state: State, _ context: Context
    ) throws(Refusal) -> [Event] {
        let found = try state.liveTicket(ticket)
        guard found.state != .waiting || note != nil else { return [] }
        return [Event(TicketWaiting(ticket: ticket, note: note))]
    }
}

/// A ticket waits no longer; refused once it is resolved, and where a note would not be kept.
package enum ResumedTurn: TicketTurn {
    /// One `TicketResumed`, or nothing where it does not wait and there is no note.
    package static func events(
        of ticket: Identifier<Ticket>, note: String?, _ state: State, _ context: Context
    ) throws(Refusal) -> [Event] {
        let found = try state.liveTicket(ticket)
        guard found.state == .waiting else {
            guard note == nil else { throw .ticketState(ticket, found.state, .resume) }
            return []
        }
        return [Event(TicketResumed(ticket: ticket, note: note))]
    }
}

/// The work of a ticket is done; refused where a note would not be kept, and once it is closed.
package enum ResolvedTurn: TicketTurn {
    /// One `TicketResolved`, or nothing where it is resolved already and there is no note.
    package static func events(
        of ticket: Identifier<Ticket>, note: String?, _ state: State, _ context: Context
    ) throws(Refusal) -> [Event] {
        let found = try state.ticket(ticket)
        if found.state == .resolved, note == nil { return [] }
        guard found.state.isLive else { throw .ticketState(ticket, found.state, .resolve) }
        let outcomes = state.outcomes(of: found, resolvedAt: state.believed(context.now))
        return [
            Event(
                TicketResolved(
                    ticket: ticket, note: note, deadlines: outcomes.isEmpty ? nil : outcomes))
        ]
    }
}

/// Assigns the first ticket of the working order that nobody has to the caller.
package struct TakeTicket: Command, Codable {
    package typealias Made = Identifier<Ticket>

    /// Only of this level; nil: of any (R3).
    package var level: Level?
    /// Only of this client; nil: of any.
    package var client: Name<Client>?
    /// Who takes it; nil: the caller.
    package var to: Name<Staff>?

    package init(level: Level? = nil, client: Name<Client>? = nil, to: Name<Staff>? = nil) {
        (self.level, self.client, self.to) = (level, client, to)
    }

    /// One `TicketAssigned`; refused where nothing is left to take.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let taker = try context.acting.person(to, .assignee)
        if let client { _ = try state.client(client) }
        let free = QueueFilter(level: level, client: client, isFree: true)
        let next = state.queue(at: context.now, countMax: 1, free)
        guard let ticket = next.first?.ticket.number else { throw .nothingToTake }
        let assigned = try AssignTicket(ticket: ticket, to: taker).decide(state, context)
        return Decision(ticket, assigned.events)
    }
}

/// A ticket waits for the client.
package struct TicketWaiting: DeskEvent {
    package static let type = "ticket.waiting"
    var ticket: Identifier<Ticket>
    /// What the client was asked; nil if not given.
    var note: String?

    /// Sets the state `waiting`, which stops its clock.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let words = note.map { "waits for the client: \($0)" } ?? "waits for the client"
        state.change(ticket, stamp, remark: words) { $0.state = .waiting }
    }

    /// `ticket 12 waits for the client: the login of the shop`.
    package var summary: String {
        "ticket \(ticket) waits for the client" + (note.map { ": \($0)" } ?? "")
    }
}

/// A ticket waits no longer for the client.
package struct TicketResumed: DeskEvent {
    package static let type = "ticket.resumed"
    var ticket: Identifier<Ticket>
    /// What the client answered; nil if not given.
    var note: String?

    /// Makes it active, or open where nobody has it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let words = note.map { "taken up again: \($0)" } ?? "taken up again"
        state.change(ticket, stamp, remark: words) {
            if $0.state == .waiting { $0.state = $0.assignee == nil ? .open : .active }
        }
    }

    /// `ticket 12 taken up again`.
    package var summary: String {
        "ticket \(ticket) taken up again" + (note.map { ": \($0)" } ?? "")
    }
}
