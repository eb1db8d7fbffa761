/// What will close as soon as it may: the cycles whose end has come, and the hours that expire with
/// them (R10). What an operator is told before the clock is confirmed.
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
            guard let events = try? command.decide(after, context), !events.isEmpty else {
                stuck.insert(next.contract)
                continue
            }
            for case let closing as CycleClosed in events.map(\.body) {
                let none = Share(
                    contract: next.contract, client: contract.client, cycles: 0, expired: .zero)
                found[next.contract, default: none].cycles += 1
                found[next.contract, default: none].expired += closing.closed.expired
            }
            let stamp = Stamp(sequence: after.sequence + 1, at: context.now, by: context.by)
            after.apply(Record(stamp: stamp, events: events))
        }
        shares = found.values.sorted { $0.contract < $1.contract }
    }

    /// How many cycles close.
    package var cycles: Int { shares.reduce(0) { $0 + $1.cycles } }

    /// What expires in all.
    package var expired: Minutes { shares.reduce(.zero) { $0 + $1.expired } }
}
