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
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard state.clockDoubt == nil else { return [] }
        guard var contract = state.contracts[contract], let open = contract.account.open,
            open.index == index, open.end <= context.now, !contract.isHeld
        else { return [] }
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
        guard let next else { return events }
        return try state.telling(events, of: contract.number, context, at: next.start)
    }
}
