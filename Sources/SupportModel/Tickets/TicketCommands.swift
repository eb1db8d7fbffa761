/// A command that changes a ticket, which its answer shows.
package protocol TicketCommand: Command where Made == Identifier<Ticket> {
    /// The ticket that it changes.
    var ticket: Identifier<Ticket> { get }
}

extension TicketCommand {
    /// The version of what is changed; nil where the desk has no such thing.
    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}

/// Opens a ticket for a client, on its contract or on demand (R2-R4).
package struct OpenTicket: Command, Codable {
    package typealias Made = Identifier<Ticket>

    /// Who asks; refused when archived.
    package var client: Name<Client>
    /// How severe it is (R3).
    package var level: Level
    /// What it is about, in one line.
    package var subject: String
    /// What kind of work it wants (R2); nil: the catalogue's default.
    package var service: Name<Service>?
    /// The whole story, at most `Limits.bodyBytesMax` bytes; may be empty.
    package var body: String?
    /// The contract that pays; nil: the client's one active contract.
    package var contract: Identifier<Contract>?
    /// True: no contract pays, the work is billed at the on-demand rate (R4).
    package var onDemand: Bool?

    package init(
        client: Name<Client>, level: Level, subject: String, service: Name<Service>? = nil,
        body: String? = nil, contract: Identifier<Contract>? = nil, onDemand: Bool? = nil
    ) {
        self.client = client
        self.level = level
        self.subject = subject
        self.service = service
        self.body = body
        self.contract = contract
        self.onDemand = onDemand
    }

    /// One `TicketOpened`; refused where neither a contract nor the on-demand rate clearly pays.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let client = try state.currentClient(client)
        let service = service ?? context.catalogue.defaultService
        guard context.catalogue.service(service) != nil else {
            throw .unknown(.service, service.text)
        }
        let number = Identifier<Ticket>(after: state.lastTicket)
        return Decision(
            number,
            TicketOpened(
                number: number, client: client.name,
                contract: try payer(state, client, state.believed(context.now)), level: level,
                service: service, subject: try BoundedText.line(subject, .subject),
                body: try BoundedText.body(body ?? "", .body), source: .client, monitor: nil))
    }

    private var isOnDemand: Bool { onDemand ?? false }

    private func payer(
        _ state: State, _ client: Client, _ now: Instant
    ) throws(Refusal) -> Identifier<Contract>? {
        if let contract {
            guard !isOnDemand else {
                throw .invalid(.onDemand, .ticket(.contractAndOnDemand))
            }
            let named = try state.contract(.number(contract), at: now)
            guard named.client == client.name else {
                throw .invalid(
                    .contract,
                    .ticket(.contract(contract, of: named.client, for: client.name)))
            }
            try named.expectActive(at: now)
            return contract
        }
        if isOnDemand { return nil }
        let found = try state.contract(.client(client.name), at: now)
        try found.expectActive(at: now)
        return found.number
    }
}

extension Contract {
    /// Refuses a contract that has not begun or is over.
    func expectActive(at now: Instant) throws(Refusal) {
        let standing = standing(at: now)
        guard standing == .active else {
            throw .contractNotActive(number, standing, start: start, end: end)
        }
    }
}

/// Gives a live ticket to a manager or an engineer, or to nobody.
package struct AssignTicket: TicketCommand, Codable {
    /// The ticket to give away; refused unless it is live.
    package var ticket: Identifier<Ticket>
    /// Nil: to nobody.
    package var to: Name<Staff>?

    package init(ticket: Identifier<Ticket>, to: Name<Staff>? = nil) {
        self.ticket = ticket
        self.to = to
    }

    /// One `TicketAssigned`; a viewer works on nothing and is refused.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        _ = try state.liveTicket(ticket)
        if let to {
            let staff = try state.member(to)
            guard staff.role != .viewer else {
                throw .invalid(.assignee, .ticket(.viewer(to)))
            }
        }
        return Decision(ticket, TicketAssigned(ticket: ticket, assignee: to))
    }
}

extension State {
    /// The ticket, refused when it is resolved or closed.
    func liveTicket(_ number: Identifier<Ticket>) throws(Refusal) -> Ticket {
        let ticket = try ticket(number)
        guard ticket.state.isLive else {
            throw .ticketState(number, ticket.state, .change)
        }
        return ticket
    }
}

/// Writes a note on a ticket, whatever its state.
package struct NoteTicket: TicketCommand, Codable {
    /// The ticket to write on.
    package var ticket: Identifier<Ticket>
    /// What to write: 1 to `Limits.bodyBytesMax` bytes, not blank.
    package var text: String

    package init(ticket: Identifier<Ticket>, text: String) {
        self.ticket = ticket
        self.text = text
    }

    /// One `TicketNoted`, or what is wrong with the text.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        _ = try state.ticket(ticket)
        return Decision(
            ticket, TicketNoted(ticket: ticket, text: try BoundedText.note(text)))
    }
}

/// Says that a live ticket is more or less severe than it was thought (R3).
package struct ChangeTicketLevel: TicketCommand, Codable {
    /// The ticket that was misjudged; refused unless it is live.
    package var ticket: Identifier<Ticket>
    /// How severe it is (R3); the level that it has already is refused.
    package var level: Level
    /// Why, in one line; nil when nobody said.
    package var reason: String?

    package init(ticket: Identifier<Ticket>, level: Level, reason: String? = nil) {
        self.ticket = ticket
        self.level = level
        self.reason = reason
    }

    /// One `TicketLevelChanged`, or why the level stays.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.liveTicket(ticket)
        guard found.level != level else {
            throw .invalid(.level, .ticket(.levelUnchanged(level)))
        }
        if let reason { _ = try BoundedText.line(reason, .reason) }
        return Decision(
            ticket, TicketLevelChanged(ticket: ticket, from: found.level, to: level, reason: reason)
        )
    }
}

/// Says that the work of a ticket is done.
package struct ResolveTicket: TicketCommand, Codable {
    /// The ticket whose work is done; refused unless it is live.
    package var ticket: Identifier<Ticket>
    /// What was done, in one line; nil when there is nothing to say.
    package var note: String?

    package init(ticket: Identifier<Ticket>, note: String? = nil) {
        self.ticket = ticket
        self.note = note
    }

    /// One `TicketResolved`, or the state that the ticket is in instead.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        guard found.state.isLive else {
            throw .ticketState(ticket, found.state, .resolve)
        }
        if let note { _ = try BoundedText.line(note, .note) }
        return Decision(ticket, TicketResolved(ticket: ticket, note: note))
    }
}

/// Files a resolved ticket.
package struct CloseTicket: TicketCommand, Codable {
    /// The ticket to file; refused unless it is resolved.
    package var ticket: Identifier<Ticket>

    /// For the ticket of a number.
    package init(ticket: Identifier<Ticket>) { self.ticket = ticket }

    /// One `TicketClosed`, or the state that the ticket is in instead.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        guard found.state == .resolved else {
            throw .ticketState(ticket, found.state, .close)
        }
        return Decision(ticket, TicketClosed(ticket: ticket))
    }
}

/// Takes a resolved or closed ticket up again, within the days that the policy allows.
package struct ReopenTicket: TicketCommand, Codable {
    /// The ticket to take up again; refused while it still wants work.
    package var ticket: Identifier<Ticket>
    /// Why, in one line.
    package var reason: String

    package init(ticket: Identifier<Ticket>, reason: String) {
        self.ticket = ticket
        self.reason = reason
    }

    /// One `TicketReopened`; refused once the days for it are over.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        guard !found.state.isLive, let resolvedAt = found.resolvedAt else {
            throw .ticketState(ticket, found.state, .reopen)
        }
        _ = try state.currentClient(found.client)
        try state.expectNoOtherTicket(of: found)
        let window = Int64(context.policy.reopenDays) * 86_400_000
        guard state.believed(context.now).milliseconds(since: resolvedAt) <= window else {
            throw .reopenTooLate(ticket, resolvedAt: resolvedAt, days: context.policy.reopenDays)
        }
        let reason = try BoundedText.line(reason, .reason)
        return Decision(ticket, TicketReopened(ticket: ticket, reason: reason))
    }
}

extension State {
    /// Refuses while the monitor that opened the ticket has another one open: it has one at a time.
    fileprivate func expectNoOtherTicket(of ticket: Ticket) throws(Refusal) {
        guard let name = ticket.monitor, let monitor = monitors[name],
            monitor.client == ticket.client, let other = monitor.ticket, other != ticket.number
        else { return }
        throw .inUse(.openTicket(name), by: .otherTicket(other))
    }
}
