/// A command that names one ticket.
package protocol CommandOnTicket: Command {
    /// The ticket that it is about.
    var ticket: Identifier<Ticket> { get set }
}

/// A command that changes a ticket, which its answer shows.
package protocol TicketCommand: CommandOnTicket where Made == Identifier<Ticket> {}

extension CommandOnTicket {
    /// The same of the ticket that this one was merged into, where it was.
    package func following(_ state: State) -> Self {
        let survivor = state.survivor(of: ticket)
        guard survivor != ticket else { return self }
        var command = self
        command.ticket = survivor
        return command
    }
}

extension TicketCommand {
    /// The version of what is changed; nil where the desk has no such thing.
    package func version(in state: State) -> UInt64? { state.tickets[ticket]?.version }
}

/// Opens a ticket for a client, on its contract or on demand (R2-R4).
package struct OpenTicket: Command, Codable {
    package typealias Made = Identifier<Ticket>

    /// The client; refused when archived.
    package var client: Name<Client>
    /// Its severity (R3).
    package var level: Level
    /// The subject in one line.
    package var subject: String
    /// The kind of work (R2); nil: the catalogue's default.
    package var service: Name<Service>?
    /// The full description, at most `Limits.bodyCharactersMax` characters; may be empty.
    package var body: String?
    /// The contract that pays; nil: the client's one active contract.
    package var contract: Identifier<Contract>?
    /// True: no contract pays, the work is billed at the on-demand rate (R4).
    package var onDemand: Bool?

    package init(
        client: Name<Client>, level: Level, subject: String, service: Name<Service>? = nil,
        body: String? = nil, contract: Identifier<Contract>? = nil, onDemand: Bool? = nil
    ) {
        (self.client, self.level, self.subject, self.service) = (client, level, subject, service)
        (self.body, self.contract, self.onDemand) = (body, contract, onDemand)
    }

    /// One `TicketOpened`; refused where it is not determined whether a contract or the on-demand
    /// rate pays.
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
            try named.expectActive(at: now, for: .newTicket)
            return contract
        }
        if isOnDemand { return nil }
        let found = try state.contract(.client(client.name), at: now, for: .newTicket)
        try found.expectActive(at: now, for: .newTicket)
        return found.number
    }
}

extension Contract {
    /// Refuses a contract that is not active.
    func expectActive(at now: Instant, for use: ContractUse) throws(Refusal) {
        let standing = standing(at: now)
        guard standing == .active else {
            throw .contractNotActive(number, standing, start: start, end: end, use: use)
        }
    }
}

/// Assigns a live ticket to a manager or an engineer, or to nobody.
package struct AssignTicket: TicketCommand, Codable {
    /// The ticket to assign; refused unless it is live.
    package var ticket: Identifier<Ticket>
    /// The new assignee, `me` for the caller; nil: nobody.
    package var to: Name<Staff>?

    package init(ticket: Identifier<Ticket>, to: Name<Staff>? = nil) {
        (self.ticket, self.to) = (ticket, to)
    }

    /// One `TicketAssigned`, or nothing where it is assigned so already; refused for a viewer.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.liveTicket(ticket)
        let to = try to.map { (named) throws(Refusal) in try context.acting.person(named, .assignee)
        }
        if let to {
            let staff = try state.member(to)
            guard staff.role != .viewer else {
                throw .invalid(.assignee, .ticket(.viewer(to)))
            }
        }
        guard found.assignee != to else { return Decision(ticket, []) }
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
    package var ticket: Identifier<Ticket>
    /// The note: 1 to `Limits.bodyCharactersMax` characters, not blank.
    package var text: String

    package init(ticket: Identifier<Ticket>, text: String) {
        (self.ticket, self.text) = (ticket, text)
    }

    /// One `TicketNoted`; refused for a text that is not allowed.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        _ = try state.ticket(ticket)
        return Decision(
            ticket, TicketNoted(ticket: ticket, text: try BoundedText.note(text)))
    }
}

/// Changes the level of a live ticket (R3).
package struct ChangeTicketLevel: TicketCommand, Codable {
    /// The ticket; refused unless it is live.
    package var ticket: Identifier<Ticket>
    /// The new level (R3).
    package var level: Level
    /// The reason in one line; nil if not given.
    package var reason: String?

    package init(ticket: Identifier<Ticket>, level: Level, reason: String? = nil) {
        (self.ticket, self.level, self.reason) = (ticket, level, reason)
    }

    /// One `TicketLevelChanged`, or nothing where the ticket has the level already.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.liveTicket(ticket)
        if let reason { _ = try BoundedText.line(reason, .reason) }
        guard found.level != level else { return Decision(ticket, []) }
        return Decision(
            ticket, TicketLevelChanged(ticket: ticket, from: found.level, to: level, reason: reason)
        )
    }
}

/// Closes a resolved ticket.
package struct CloseTicket: TicketCommand, Codable {
    /// The ticket to close; refused while it is live.
    package var ticket: Identifier<Ticket>

    /// For the ticket of a number.
    package init(ticket: Identifier<Ticket>) { self.ticket = ticket }

    /// One `TicketClosed`, or nothing where it is closed already; refused in another state.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        if found.state == .closed { return Decision(ticket, []) }
        guard found.state == .resolved else {
            throw .ticketState(ticket, found.state, .close)
        }
        return Decision(ticket, TicketClosed(ticket: ticket))
    }
}

/// Reopens a resolved or closed ticket within the days that the policy allows; later, it opens a new one
/// that continues it.
package struct ReopenTicket: TicketCommand, Codable {
    /// The ticket to reopen; refused while it is live.
    package var ticket: Identifier<Ticket>
    /// The reason in one line.
    package var reason: String

    package init(ticket: Identifier<Ticket>, reason: String) {
        (self.ticket, self.reason) = (ticket, reason)
    }

    /// One `TicketReopened`; after those days a `TicketOpened` and a `TicketsLinked`, of a new ticket.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        guard !found.state.isLive, let resolvedAt = found.resolvedAt else {
            throw .ticketState(ticket, found.state, .reopen)
        }
        _ = try state.currentClient(found.client)
        let reason = try BoundedText.line(reason, .reason)
        let window = Int64(context.policy.reopenDays) * Instant.millisecondsPerDay
        guard state.believed(context.now).milliseconds(since: resolvedAt) <= window else {
            return try continuation(of: found, reason, state, context)
        }
        try state.expectNoOtherTicket(of: found)
        return Decision(ticket, TicketReopened(ticket: ticket, reason: reason))
    }

    /// A new ticket of the same work. The same contract pays while it is active, and else the client's
    /// active one; of work on demand nothing changes.
    private func continuation(
        of found: Ticket, _ reason: String, _ state: State, _ context: Context
    ) throws(Refusal) -> Decision<Made> {
        if let live = state.liveContinuation(of: found) {
            throw .relation(.continued(ticket, by: live))
        }
        try found.expectLinkable()
        let now = state.believed(context.now)
        let isActive = found.contract.flatMap { state.contracts[$0] }?.standing(at: now) == .active
        let open = OpenTicket(
            client: found.client, level: found.level, subject: found.subject,
            service: context.catalogue.service(found.service) == nil ? nil : found.service,
            body: reason, contract: isActive ? found.contract : nil,
            onDemand: found.contract == nil ? true : nil)
        let opened = try open.decide(state, context)
        let link = TicketsLinked(ticket: opened.made, kind: .continues, to: ticket)
        return Decision(opened.made, opened.events + [Event(link)])
    }
}

extension State {
    /// The live ticket that continues one, through any number of others; nil for none.
    func liveContinuation(of ticket: Ticket) -> Identifier<Ticket>? {
        var seen: Set<Identifier<Ticket>> = [ticket.number]
        var left = ticket.linked(.continuedBy)
        while let next = left.popLast() {
            guard seen.insert(next).inserted, let found = tickets[next] else { continue }
            if found.state.isLive { return next }
            left = found.linked(.continuedBy) + left
        }
        return nil
    }

    /// Refuses while a monitor that opened the ticket has another one open, as it has only one at a time.
    fileprivate func expectNoOtherTicket(of ticket: Ticket) throws(Refusal) {
        for name in ticket.monitorNames {
            guard let monitor = monitors[name], monitor.client == ticket.client,
                let other = monitor.ticket, other != ticket.number
            else { continue }
            throw .inUse(.openTicket(name), by: .otherTicket(other))
        }
    }
}
