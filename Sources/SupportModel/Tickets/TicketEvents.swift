/// The events of tickets and their plans.
enum TicketEvents {
    static let all: [any DeskEvent.Type] = [
        TicketOpened.self, TicketAssigned.self, TicketNoted.self, TicketLevelChanged.self,
        TicketResolved.self, TicketClosed.self, TicketReopened.self, TicketPlanned.self,
    ]
}

/// A ticket was opened, by a person or by a monitor.
package struct TicketOpened: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.opened"
    /// The number that the ticket was given.
    var number: Identifier<Ticket>
    /// Who wants the work.
    var client: Name<Client>
    /// The contract that pays; nil on demand (R4).
    var contract: Identifier<Contract>?
    /// How severe it was said to be (R3).
    var level: Level
    /// What kind of work it wants (R2).
    var service: Name<Service>
    /// What it is about, in one line.
    var subject: String
    /// The whole story; may be empty.
    var body: String
    /// Whether a client or a monitor asked.
    var source: TicketSource
    /// The monitor that opened it; nil for a person's ticket.
    var monitor: Name<Monitor>?
    /// The key of the row that it was imported from; nil where it was not.
    var importKey: ImportKey?

    /// Adds the ticket, open and untouched, and ties it to the monitor that opened it.
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

/// A ticket was given to somebody, or taken from everybody.
package struct TicketAssigned: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.assigned"
    /// The ticket that changed hands.
    var ticket: Identifier<Ticket>
    /// Nil: to nobody.
    var assignee: Name<Staff>?

    /// Sets the assignee; a live ticket becomes active with one and open without.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let words = assignee.map { "assigned to \($0)" } ?? "assigned to nobody"
        state.change(ticket, stamp, remark: words) { ticket in
            ticket.assignee = assignee
            if ticket.state.isLive { ticket.state = assignee == nil ? .open : .active }
        }
    }

    /// `ticket 12 assigned to petro`.
    package var summary: String { "ticket \(ticket) assigned to \(assignee?.text ?? "nobody")" }
}

/// Somebody wrote a note on a ticket.
package struct TicketNoted: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.noted"
    /// The ticket that was written on.
    var ticket: Identifier<Ticket>
    /// What was written, as it was.
    var text: String

    /// Adds the note to the ticket's history.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: text, isNote: true) { _ in }
    }

    /// `ticket 12 noted`; the note itself may be long and is left out.
    package var summary: String { "ticket \(ticket) noted" }
}

/// A ticket turned out to be more or less severe.
package struct TicketLevelChanged: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.level-changed"
    /// The ticket that was judged anew.
    var ticket: Identifier<Ticket>
    /// How severe it was thought to be (R3).
    var from: Level
    /// How severe it is.
    var to: Level
    /// Why; nil when nobody said.
    var reason: String?

    /// Sets the level; its entries keep whether they were an emergency.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let why = reason.map { ": \($0)" } ?? ""
        state.change(ticket, stamp, remark: "level \(from.rawValue) to \(to.rawValue)\(why)") {
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
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.resolved"
    /// The ticket whose work was done.
    var ticket: Identifier<Ticket>
    /// What was done; nil when nobody said.
    var note: String?

    /// Puts the ticket into `resolved`, from which the days to reopen it count.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: note.map { "resolved: \($0)" } ?? "resolved") {
            $0.state = .resolved
            $0.resolvedAt = stamp.at
        }
    }

    /// `ticket 12 resolved`.
    package var summary: String { "ticket \(ticket) resolved" }
}

/// A resolved ticket was filed.
package struct TicketClosed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.closed"
    /// The ticket that was filed.
    var ticket: Identifier<Ticket>

    /// Puts the ticket into `closed`.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: "closed") { $0.state = .closed }
    }

    /// `ticket 12 closed`.
    package var summary: String { "ticket \(ticket) closed" }
}

/// A resolved or closed ticket wants work again.
package struct TicketReopened: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.reopened"
    /// The ticket that was taken up again.
    var ticket: Identifier<Ticket>
    /// Why, in one line.
    var reason: String

    /// Makes it live again, with its assignee if they are still on the desk.
    package func apply(to state: inout State, _ stamp: Stamp) {
        // Somebody who has left the desk since takes nothing up again.
        let assignee = state.tickets[ticket]?.assignee.flatMap { state.staff[$0]?.name }
        state.change(ticket, stamp, remark: "reopened: \(reason)") {
            $0.assignee = assignee
            $0.state = $0.assignee == nil ? .open : .active
            $0.resolvedAt = nil
        }
    }

    /// `ticket 12 reopened: it came back`.
    package var summary: String { "ticket \(ticket) reopened: \(reason)" }
}
