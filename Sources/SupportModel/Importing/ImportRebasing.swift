/// Imports are decided on a copy of the state (`LongCommand`). A decision holds on a later state if the
/// clients, the staff, the clock's doubt and all things that the rows name are unchanged. Numbers that
/// others have taken meanwhile are replaced by the next free ones.

extension ImportTickets: LongCommand {
    /// The tickets under the numbers that are free by now. Nil where a client, a contract of the rows'
    /// clients or a row's key has changed.
    package func rebase(
        _ decision: Decision<Made>, from base: State, onto state: State
    ) -> Decision<Made>? {
        guard state.hasPeople(of: base) else { return nil }
        let numbers = Renumbering<Ticket>(after: base.lastTicket, now: state.lastTicket)
        var decision = decision
        var clients: Set<Name<Client>> = []
        for place in decision.events.indices {
            guard var opened = decision.events[place].body as? TicketOpened else { return nil }
            if clients.insert(opened.client).inserted {
                guard state.hasContracts(of: opened.client, as: base) else { return nil }
            }
            guard opened.importKey.map({ state.importedTickets[$0] == nil }) ?? true else {
                return nil
            }
            opened.number = numbers(opened.number)
            decision.events[place] = Event(opened)
        }
        decision.made.renumber(numbers)
        return decision
    }
}

extension ImportTime: LongCommand {
    /// The entries under the numbers that are free by now. Nil where a ticket or a contract of the
    /// rows, a row's key, or the account of a client whose work on demand they book has changed.
    package func rebase(
        _ decision: Decision<Made>, from base: State, onto state: State
    ) -> Decision<Made>? {
        guard state.hasPeople(of: base) else { return nil }
        let numbers = Renumbering<TimeEntry>(after: base.lastEntry, now: state.lastEntry)
        var decision = decision
        var tickets: Set<Identifier<Ticket>> = []
        for place in decision.events.indices {
            guard var added = decision.events[place].body as? TimeAdded else { continue }
            if tickets.insert(added.ticket).inserted {
                guard base.tickets[added.ticket] == state.tickets[added.ticket] else { return nil }
            }
            guard added.importKey.map({ state.importedEntries[$0] == nil }) ?? true else {
                return nil
            }
            added.number = numbers(added.number)
            decision.events[place] = Event(added)
        }
        for contract in decision.made.hours.keys {
            guard base.contracts[contract] == state.contracts[contract] else { return nil }
        }
        for client in decision.made.onDemand.map(\.client) {
            guard base.onDemand[client] == state.onDemand[client] else { return nil }
        }
        decision.made.renumber(numbers)
        return decision
    }
}

/// New numbers for what a decision makes, where some of those that it gave are taken by now.
struct Renumbering<Subject> {
    private let last: Int
    private let distance: Int

    /// - Parameters:
    ///   - last: the last number that was given when the decision was made.
    ///   - now: the last that is given now; not less.
    init(after last: Int, now: Int) {
        self.last = last
        distance = now - last
    }

    /// The number by now of what the decision made; any other stays as it is.
    func callAsFunction(_ number: Identifier<Subject>) -> Identifier<Subject> {
        guard number.number > last else { return number }
        return Identifier(after: number.number - 1 + distance)
    }
}

extension State {
    /// Whether the clients, the staff and the doubt of the clock are the same.
    fileprivate func hasPeople(of base: State) -> Bool {
        clockDoubt == base.clockDoubt && staff == base.staff && clients == base.clients
    }

    /// Whether a client's contracts are the same.
    fileprivate func hasContracts(of client: Name<Client>, as base: State) -> Bool {
        let numbers = contractsOfClient[client]
        return numbers == base.contractsOfClient[client]
            && (numbers ?? []).allSatisfy { contracts[$0] == base.contracts[$0] }
    }
}
