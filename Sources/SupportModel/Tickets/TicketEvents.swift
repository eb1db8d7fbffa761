/// The events of tickets and their plans.
enum TicketEvents {
    static let all: [any DeskEvent.Type] = [
        TicketOpened.self, TicketAssigned.self, TicketNoted.self, TicketLevelChanged.self,
        TicketResolved.self, TicketClosed.self, TicketReopened.self, TicketPlanned.self,
        TicketWaiting.self, TicketResumed.self, DeadlinePassed.self, TicketsLinked.self,
        TicketsUnlinked.self, TicketMerged.self, TicketSplit.self,
        TicketReplied.self,
    ]
}

/// A ticket was opened, by a person or by a monitor.
package struct TicketOpened: DeskEvent {
    package static let type = "ticket.opened"
    var number: Identifier<Ticket>
    /// The client for whom the work is done.
    var client: Name<Client>
    /// The contract that pays; nil on demand (R4).
    var contract: Identifier<Contract>?
    /// Its severity (R3).
    var level: Level
    /// The kind of work (R2).
    var service: Name<Service>
    /// The subject in one line.
    var subject: String
    /// The full description; may be empty.
    var body: String
    /// Whether a client or a monitor caused it.
    var source: TicketSource
    /// The monitor that opened it; nil for a person's ticket.
    var monitor: Name<Monitor>?
    /// The key of the row that it was imported from; nil where it was not imported.
    var importKey: ImportKey?

    /// Adds the ticket, open and untouched, and links it to the monitor that opened it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.put(
            Ticket(
                number: number, client: client, contract: contract, level: level, service: service,
                subject: subject, body: body, source: source, monitor: monitor, state: .open,
                openedAt: stamp.at, openedBy: stamp.by, touched: false, remarks: [], entries: [],
                version: stamp.sequence, importKey: importKey,
                openedLevel: importKey == nil ? nil : level), insteadOf: nil)
        if let importKey { state.importedTickets[importKey] = number }
        state.lastTicket = max(state.lastTicket, number.number)
        if let monitor {
            state.monitors[monitor]?.ticket = number
        }
    }

    /// `ticket 12 opened for acme, level 3: Search finds nothing`.
    package var summary: String {
        "ticket \(number) opened for \(client), level \(level.rawValue): \(subject)"
    }
}

/// A ticket was assigned to somebody, or to nobody.
package struct TicketAssigned: DeskEvent {
    package static let type = "ticket.assigned"
    var ticket: Identifier<Ticket>
    /// The new assignee; nil for nobody.
    var assignee: Name<Staff>?

    /// Sets the assignee; a ticket becomes active with one and open without, unless it waits.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let words = assignee.map { "assigned to \($0)" } ?? "assigned to nobody"
        state.change(ticket, stamp, remark: words) { ticket in
            ticket.assignee = assignee
            if ticket.state.runs { ticket.state = assignee == nil ? .open : .active }
        }
    }

    /// `ticket 12 assigned to petro`.
    package var summary: String { "ticket \(ticket) assigned to \(assignee?.text ?? "nobody")" }
}

/// Somebody wrote a note on a ticket.
package struct TicketNoted: DeskEvent {
    package static let type = "ticket.noted"
    var ticket: Identifier<Ticket>
    /// The note as it was written.
    var text: String

    /// Adds the note to the ticket's history.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: text, isNote: true) { _ in }
    }

    /// `ticket 12 noted`; the note itself may be long and is left out.
    package var summary: String { "ticket \(ticket) noted" }
}

/// The level of a ticket was changed.
package struct TicketLevelChanged: DeskEvent {
    package static let type = "ticket.level-changed"
    var ticket: Identifier<Ticket>
    /// The old level (R3).
    var from: Level
    /// The new level.
    var to: Level
    /// The reason; nil if not given.
    var reason: String?

    /// Sets the level; its entries keep whether they were an emergency.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let why = reason.map { ": \($0)" } ?? ""
        state.change(ticket, stamp, remark: "level \(from.rawValue) to \(to.rawValue)\(why)") {
            $0.noteLevel(until: stamp.at)
            $0.level = to
        }
    }

    /// `ticket 12 level 3 to 1`.
    package var summary: String {
        "ticket \(ticket) level \(from.rawValue) to \(to.rawValue)"
    }
}

/// The work of a ticket is done.
package struct TicketResolved: DeskEvent {
    package static let type = "ticket.resolved"
    var ticket: Identifier<Ticket>
    /// A note on what was done; nil for none.
    var note: String?
    /// How its deadlines were kept, which no later change of a calendar restates; nil where the ticket
    /// had none.
    var deadlines: [DeadlineOutcome]?

    /// Sets the state `resolved`; the days in which it can be reopened count from then.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: note.map { "resolved: \($0)" } ?? "resolved") {
            $0.state = .resolved
            $0.resolvedAt = stamp.at
            $0.outcomes = deadlines
        }
    }

    /// `ticket 12 resolved`.
    package var summary: String { "ticket \(ticket) resolved" }
}

/// A resolved ticket was closed.
package struct TicketClosed: DeskEvent {
    package static let type = "ticket.closed"
    var ticket: Identifier<Ticket>

    /// Sets the state `closed`.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: "closed") { $0.state = .closed }
    }

    /// `ticket 12 closed`.
    package var summary: String { "ticket \(ticket) closed" }
}

/// A resolved or closed ticket was reopened.
package struct TicketReopened: DeskEvent {
    package static let type = "ticket.reopened"
    var ticket: Identifier<Ticket>
    /// The reason in one line.
    var reason: String

    /// Makes it live again, with its assignee if they are still among the staff.
    package func apply(to state: inout State, _ stamp: Stamp) {
        // An assignee who was removed since is dropped.
        let assignee = state.tickets[ticket]?.assignee.flatMap { state.staff[$0]?.name }
        state.change(ticket, stamp, remark: "reopened: \(reason)") {
            $0.noteReopening(at: stamp.at)
            $0.assignee = assignee
            $0.state = $0.assignee == nil ? .open : .active
            $0.resolvedAt = nil
            $0.outcomes = nil
        }
    }

    /// `ticket 12 reopened: it came back`.
    package var summary: String { "ticket \(ticket) reopened: \(reason)" }
}
