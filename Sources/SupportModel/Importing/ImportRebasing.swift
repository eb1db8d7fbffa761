/// Imports are decided on a copy of the state (`LongCommand`). A decision holds on a later state if the
/// clients, the staff, the clock's doubt and all things that the rows name are unchanged. Numbers that
/// others have taken meanwhile are replaced by the next free ones.

extension FileImport {
    /// The decision with new things under the numbers that are free by now; nil where something that
    /// it rests on has changed.
    package func rebase(
        _ decision: Decision<Made>, from base: State, onto state: State
    ) -> Decision<Made>? {
        var decision = decision
        let holds = state.hasPeople(of: base) && Self.renumber(&decision, from: base, onto: state)
        return holds ? decision : nil
    }
}

extension ImportTickets {
    /// False where a client, a contract of the rows' clients or a row's key has changed.
    package static func renumber(
        _ decision: inout Decision<Made>, from base: State, onto state: State
    ) -> Bool {
        let numbers = Renumbering<Ticket>(after: base.lastTicket, now: state.lastTicket)
        var clients: Set<Name<Client>> = []
        decision.made.renumber(numbers)
        return decision.renumber(TicketOpened.self, numbers) { opened in
            (opened.importKey.map { state.importedTickets[$0] == nil } ?? true)
                && (!clients.insert(opened.client).inserted
                    || state.hasContracts(of: opened.client, as: base))
        }
    }
}

extension ImportTime {
    /// False where a ticket or a contract of the rows, a row's key, or the account of a client whose
    /// work on demand they book has changed.
    package static func renumber(
        _ decision: inout Decision<Made>, from base: State, onto state: State
    ) -> Bool {
        guard decision.made.hours.keys.allSatisfy({ base.contracts[$0] == state.contracts[$0] }),
            decision.made.onDemand.allSatisfy({
                base.onDemand[$0.client] == state.onDemand[$0.client]
            })
        else { return false }
        let numbers = Renumbering<TimeEntry>(after: base.lastEntry, now: state.lastEntry)
        var tickets: Set<Identifier<Ticket>> = []
        decision.made.renumber(numbers)
        return decision.renumber(TimeAdded.self, numbers) { added in
            (added.importKey.map { state.importedEntries[$0] == nil } ?? true)
                && (!tickets.insert(added.ticket).inserted
                    || base.tickets[added.ticket] == state.tickets[added.ticket])
        }
    }
}

/// An event that makes a thing with a number, which a row of a file may have asked for.
protocol NumberingEvent: DeskEvent {
    /// What has the number.
    associatedtype Subject
    /// The number of the new thing.
    var number: Identifier<Subject> { get set }
}

extension TicketOpened: NumberingEvent {}
extension TimeAdded: NumberingEvent {}

extension Decision {
    /// Gives what the events of a type make the numbers that are free by now.
    ///
    /// - Parameter holds: whether an event can still be applied.
    /// - Returns: whether all can; the decision is of no use otherwise.
    fileprivate mutating func renumber<Making: NumberingEvent>(
        _ type: Making.Type, _ numbers: Renumbering<Making.Subject>, where holds: (Making) -> Bool
    ) -> Bool {
        for place in events.indices {
            guard var making = events[place].body as? Making else { continue }
            guard holds(making) else { return false }
            making.number = numbers(making.number)
            events[place] = Event(making)
        }
        return true
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
