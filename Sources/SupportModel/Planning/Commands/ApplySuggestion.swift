/// Takes over a suggestion as the plan of a contract: all weeks in one record, or none (R12).
package struct ApplySuggestion: Command {
    /// The contract.
    package var contract: ContractReference
    /// Whether tickets give up the weeks that they were planned for.
    package var replans: Bool

    package init(contract: ContractReference, replans: Bool = false) {
        self.contract = contract
        self.replans = replans
    }

    /// A `TicketPlanned` for each ticket whose week changes, none where all stays as it was;
    /// refused without an open cycle.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.contract(contract, at: context.now)
        let today = try context.zone(found.zone).date(at: context.now)
        let suggestion = try state.suggestPlan(
            of: found, at: context.now, today: today, replans: replans)
        return suggestion.changes.compactMap { change in
            state.tickets[change.ticket].map {
                var event = TicketPlanned($0)
                event.week = change.week?.monday
                event.parts = change.parts.count > 1 ? change.parts : nil
                return Event(event)
            }
        }
    }

    /// The version of the contract as it stands; nil when the desk has no such contract.
    package func version(in state: State) -> UInt64? { state.version(of: contract) }
}
