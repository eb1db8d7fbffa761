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
