/// Closes a contract's cycle once its end has come (R10). Late, twice or early changes nothing more.
package struct CloseCycle: Command {
    /// The contract whose cycle is to be closed.
    package var contract: Identifier<Contract>
    /// Which cycle: closing goes by identity, so that no clock can close one twice.
    package var index: Int

    package init(contract: Identifier<Contract>, index: Int) {
        self.contract = contract
        self.index = index
    }

    /// One `CycleClosed` at the boundary's own time, after a `ContractRenewed` where the term ends
    /// and the contract renews itself, and before the notices that the next cycle makes due as it
    /// begins; nothing for a cycle that is not open or not over.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        guard state.clockDoubt == nil else { return Decision([]) }
        guard var contract = state.contracts[contract], let open = contract.account.open,
            open.index == index, open.end <= context.now, !contract.isHeld
        else { return Decision([]) }
        let zone = try context.zone(contract.zone)
        var events: [Event] = []
        if let renewed = contract.renewingItself(context.catalogue) {
            events.append(Event(renewed))
            renewed.renew(&contract)
        }
        let titles = context.catalogue.serviceTitles
        let closed = contract.closing(open, in: state, titles: titles)
        let next = contract.cycle(after: open, in: zone)
        events.append(Event(CycleClosed(contract: contract.number, closed: closed, next: next)))
        guard let next else { return Decision(events) }
        let after = state.after(events, context)
        guard let begun = after.contracts[contract.number] else { return Decision(events) }
        let notices = try after.notices(
            of: begun, Coverage(of: begun), at: min(next.start, context.now), context)
        return Decision(events + notices.map { Event($0) })
    }
}

/// A cycle ended: its figures are frozen, its unused hours expired, and the next one opened (R10).
package struct CycleClosed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "cycle.closed"
    /// The contract whose cycle ended.
    var contract: Identifier<Contract>
    /// The ended cycle's figures, from now on the only ones that count (R10).
    var closed: ClosedCycle
    /// Nil after the last cycle of the term.
    var next: Cycle?

    /// Freezes the cycle, lets go of its entries and opens the next one, on the terms planned for it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        changed.account.close(closed)
        changed.open(next)
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// `contract 3 cycle 1 closed at the end of 2026-11-30, UTC: 20h used, 0m extra, 20h expired`.
    package var summary: String {
        let end = closed.end(in: closed.statement?.zone)
        return "contract \(contract) cycle \(closed.cycle.index + 1) closed \(end): "
            + "\(closed.used) used, \(closed.extra) extra, \(closed.expired) expired"
    }
}

/// What will close as soon as it may: the cycles whose end has come, and the hours that expire with
/// them (R10). Shown to an operator before the clock is confirmed.
package struct DueCycles: Hashable, Sendable {
    /// One contract's share.
    package struct Share: Hashable, Sendable {
        /// Whose cycles they are.
        package var contract: Identifier<Contract>
        /// The contract's client.
        package var client: Name<Client>
        /// How many of its cycles close; 1 or more.
        package var cycles: Int
        /// What expires with them.
        package var expired: Minutes
    }

    /// In order of the contracts' numbers.
    package private(set) var shares: [Share] = []

    /// Closes on a copy of the state what is due by the context's time, doubted or not.
    package init(_ state: State, _ context: Context) {
        var after = state
        after.clockDoubt = nil
        var stuck: Set<Identifier<Contract>> = []
        var found: [Identifier<Contract>: Share] = [:]
        while let next = after.boundaries.due(at: context.now, except: stuck),
            let contract = after.contracts[next.contract], let open = contract.account.open
        {
            let command = CloseCycle(contract: next.contract, index: open.index)
            guard let events = try? command.decide(after, context).events, !events.isEmpty else {
                stuck.insert(next.contract)
                continue
            }
            for case let closing as CycleClosed in events.map(\.body) {
                let none = Share(
                    contract: next.contract, client: contract.client, cycles: 0, expired: .zero)
                found[next.contract, default: none].cycles += 1
                found[next.contract, default: none].expired += closing.closed.expired
            }
            after = after.after(events, context)
        }
        shares = found.values.sorted { $0.contract < $1.contract }
    }

    /// How many cycles close.
    package var cycles: Int { shares.reduce(0) { $0 + $1.cycles } }

    /// What expires in all.
    package var expired: Minutes { shares.reduce(.zero) { $0 + $1.expired } }
}
