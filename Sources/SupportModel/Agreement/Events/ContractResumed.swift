/// A suspended contract goes on from a day: its open cycle with the days it had left, or the next.
package struct ContractResumed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "contract.resumed"
    /// The contract.
    var contract: Identifier<Contract>
    /// The first day on which it holds again.
    package var on: CivilDate
    /// Local midnight of that day, as it was decided.
    var at: Instant
    /// The cycle that runs then.
    var open: Cycle?

    /// Ends the suspension and puts the cycle's boundary where it now is.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract], var list = changed.suspensions,
            var last = list.popLast()
        else { return }
        last.to = on
        last.end = at
        changed.suspensions = list + (last.days > 0 ? [last] : [])
        if changed.suspensions?.isEmpty ?? true { changed.suspensions = nil }
        changed.open(open)
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// `contract 3 resumed on 2026-12-16`.
    package var summary: String { "contract \(contract) resumed on \(on)" }
}
