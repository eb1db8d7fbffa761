/// A contract ends before its term is over.
package struct ContractTerminated: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.terminated"
    /// The contract.
    var contract: Identifier<Contract>
    /// The last day on which it holds.
    var lastDay: CivilDate
    /// Why, in one line.
    var reason: String
    /// The open cycle with its new end; nil where there is none, or where it had not begun.
    var open: Cycle?
    /// The groups whose second cycle never comes; nil for none.
    package var dissolved: [HourGroup]?

    /// Ends the contract after that day: the last cycle closes then, and a rest that was to begin
    /// later never does. A group whose second cycle never comes is dissolved, and with it what was
    /// agreed of the weekly limit; work that it let in keeps its room (R11).
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        terminate(&changed, stamp)
        if let dissolved { changed.dissolve(dissolved, lastEntry: state.lastEntry) }
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// What the event makes of a contract.
    func terminate(_ contract: inout Contract, _ stamp: Stamp) {
        contract.termination = Termination(
            lastDay: lastDay, reason: reason, at: stamp.at, by: stamp.by)
        let begun = (contract.suspensions ?? []).filter { $0.from <= lastDay }
        contract.suspensions = begun.isEmpty ? nil : begun
        contract.account.open = open
    }

    /// `contract 3 ends after 2026-11-30: the shop closes`.
    package var summary: String { "contract \(contract) ends after \(lastDay): \(reason)" }
}
