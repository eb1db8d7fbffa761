/// Takes a planned termination back: the contract goes on to the end of its term, as if nobody had
/// ended it. A group that the termination dissolved, and a suspension that it dropped, are agreed anew.
package struct KeepContract: ContractCommand, Codable {
    /// The contract.
    package var contract: ContractReference

    /// The result of the command.
    package struct Made: Sendable {
        package let hours: ChangedHours
        /// The termination that is taken back.
        package let was: Termination
    }

    /// For the contract of a number, or of a client.
    package init(contract: ContractReference) { self.contract = contract }

    /// One `ContractKept`; refused for a contract that was not terminated, and once its last day is
    /// over.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.contractToChange(contract, at: context.now)
        guard let was = found.termination else {
            throw .contractState(found.number, .term(.notTerminated))
        }
        guard found.standing(at: context.now) != .ended else {
            throw .contractState(
                found.number, .term(.ended(lastDay: was.lastDay, isTerminated: true)))
        }
        let zone = try context.zone(found.zone)
        var changed = found
        changed.termination = nil
        let kept = ContractKept(
            contract: found.number, lastDay: was.lastDay,
            open: found.account.open.map { changed.settingEnd(of: $0, in: zone) })
        let (hours, events) = try state.changingHours(of: found, by: [Event(kept)], context)
        return Decision(Made(hours: hours, was: was), events)
    }
}

/// The planned end of a contract was taken back.
package struct ContractKept: DeskEvent {
    package static let type = "contract.kept"
    /// The contract.
    var contract: Identifier<Contract>
    /// The last day that it would have had.
    var lastDay: CivilDate
    /// The open cycle with its end by the term; nil where none is open.
    var open: Cycle?

    /// Forgets the termination: the open cycle ends by the calendar again.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(contract, stamp) {
            $0.termination = nil
            $0.account.open = open
        }
    }

    /// `contract 3 goes on after 2026-11-30`.
    package var summary: String { "contract \(contract) goes on after \(lastDay)" }
}
