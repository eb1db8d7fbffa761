/// Finding things, or refusing with their name.
extension State {
    /// The client of this name, archived or not.
    package func client(_ name: Name<Client>) throws(Refusal) -> Client {
        guard let client = clients[name] else { throw .unknown(.client, name.text) }
        return client
    }

    /// The client of this name, refused when archived.
    func currentClient(_ name: Name<Client>) throws(Refusal) -> Client {
        let client = try client(name)
        guard !client.archived else { throw .clientArchived(name) }
        return client
    }

    /// The member of staff of this name.
    package func member(_ name: Name<Staff>) throws(Refusal) -> Staff {
        guard let staff = staff[name] else { throw .unknown(.staff, name.text) }
        return staff
    }

    /// The account manager of this name; anyone else is refused (R7).
    func manager(_ name: Name<Staff>) throws(Refusal) -> Staff {
        let staff = try member(name)
        guard staff.role == .manager else { throw .notAManager(name, staff.role) }
        return staff
    }

    /// The ticket of this number.
    package func ticket(_ number: Identifier<Ticket>) throws(Refusal) -> Ticket {
        guard let ticket = tickets[number] else { throw .unknown(.ticket, number.description) }
        return ticket
    }

    /// The time entry of this number.
    package func entry(_ number: Identifier<TimeEntry>) throws(Refusal) -> TimeEntry {
        guard let entry = entries[number] else { throw .unknown(.entry, number.description) }
        return entry
    }

    /// The monitor of this name.
    package func monitor(_ name: Name<Monitor>) throws(Refusal) -> Monitor {
        guard let monitor = monitors[name] else { throw .unknown(.monitor, name.text) }
        return monitor
    }

    /// The contract that a caller means: by number, or the client's one active contract.
    package func contract(
        _ reference: ContractReference, at now: Instant
    ) throws(Refusal) -> Contract {
        switch reference {
        case .number(let number):
            guard let contract = contracts[number] else {
                throw .unknown(.contract, number.description)
            }
            return contract
        case .client(let name):
            _ = try client(name)
            let active = activeContracts(of: name, at: now)
            // One that rests or has not begun is meant where no other could be, and then one that
            // has ended: its last statement is still to be asked for.
            var found = active.isEmpty ? contractsInForce(of: name) : active
            if found.isEmpty {
                found = (contractsOfClient[name] ?? []).compactMap { contracts[$0] }
            }
            guard let contract = found.first, found.count == 1 else {
                throw .contractAmbiguous(name, active: active.map(\.number))
            }
            return contract
        }
    }

    /// A client's active contracts, lowest number first.
    package func activeContracts(of name: Name<Client>, at now: Instant) -> [Contract] {
        (contractsOfClient[name] ?? []).compactMap { contracts[$0] }
            .filter { $0.standing(at: now) == .active }
    }

    /// A client's contracts that have not ended, lowest number first.
    package func contractsInForce(of name: Name<Client>) -> [Contract] {
        (contractsOfClient[name] ?? []).compactMap { contracts[$0] }
            .filter { $0.account.open != nil || $0.openSuspension != nil }
    }

    /// All timers that run, longest first.
    package var allTimers: [WorkTimer] {
        timers.values.sorted { ($0.startedAt, $0.version) < ($1.startedAt, $1.version) }
    }

    /// The lowest number among the live tickets that match.
    func firstLiveTicket(where matches: (Ticket) -> Bool) -> Identifier<Ticket>? {
        liveTickets.filter { tickets[$0].map(matches) ?? false }.min()
    }
}

extension Refusal {
    /// A change that names nothing to change.
    static let nothingToChange = Refusal.invalid(
        what: "the change", why: "names nothing to change", wayOut: "name at least one new value")
}
