/// A contract rests from a day on: no hours are granted and none expire.
package struct ContractSuspended: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.suspended"
    /// The contract.
    var contract: Identifier<Contract>
    /// From when, and why.
    var suspension: Suspension
    /// The open cycle with its new days, where the day on which it goes on is known.
    var open: Cycle?

    /// Takes the next boundary away, or moves it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        changed.suspensions = (changed.suspensions ?? []) + [suspension]
        if let open { changed.account.open = open }
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// `contract 3 suspended from 2026-11-16: the shop is rebuilt`.
    package var summary: String {
        let until = suspension.to.map { " until \($0)" } ?? ""
        return "contract \(contract) suspended from \(suspension.from)\(until): "
            + suspension.reason
    }
}
