/// Tells what has become due of a contract's hours by the passing of time: hours that the weekly
/// limit no longer lets through before they expire (R9, R12).
package struct TellHours: Command {
    /// The contract to look at.
    package var contract: Identifier<Contract>

    package init(contract: Identifier<Contract>) {
        self.contract = contract
    }

    /// One `HoursTold` for each notice that is due and was not told in this cycle.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard let contract = state.contracts[contract],
            contract.standing(at: context.now) == .active
        else { return [] }
        let today = try context.zone(contract.zone).date(at: context.now)
        guard let open = contract.account.open, today < open.to else { return [] }
        return contract.notices(Coverage(of: contract), today: today).map { Event($0) }
    }
}
