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

    /// Ends the contract after that day: the last cycle closes then, and a suspension is over. A group
    /// whose second cycle never comes lends no hours any more; its weekly limit stays as agreed.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        terminate(&changed, stamp)
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// What the event makes of a contract.
    func terminate(_ contract: inout Contract, _ stamp: Stamp) {
        contract.termination = Termination(
            lastDay: lastDay, reason: reason, at: stamp.at, by: stamp.by)
        if contract.openSuspension != nil { contract.suspensions?.removeLast() }
        if contract.suspensions?.isEmpty ?? true { contract.suspensions = nil }
        contract.account.open = open
    }

    /// `contract 3 ends after 2026-11-30: the shop closes`.
    package var summary: String { "contract \(contract) ends after \(lastDay): \(reason)" }
}

extension Contract {
    /// Whether both cycles of a group begin by a last day.
    func holdsIn(_ group: HourGroup, until lastDay: CivilDate) -> Bool {
        boundary(ofCycle: group.second) <= lastDay
    }
}
