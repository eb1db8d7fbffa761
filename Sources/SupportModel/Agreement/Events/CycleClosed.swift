/// A cycle ended: its figures are frozen, its unused hours expired, and the next one opened (R10).
package struct CycleClosed: DeskEvent {
    package static let type = "cycle.closed"
    var contract: Identifier<Contract>
    var closed: ClosedCycle
    /// Nil after the last cycle of the term.
    var next: Cycle?

    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        state.boundaries.remove(Boundary(at: closed.cycle.end, contract: contract))
        changed.account.closed.append(closed)
        changed.account.entries = []
        changed.account.open = next
        changed.version = stamp.sequence
        if let next { state.boundaries.insert(Boundary(at: next.end, contract: contract)) }
        state.contracts[contract] = changed
    }

    package var summary: String {
        "contract \(contract) cycle \(closed.cycle.index + 1) closed at \(closed.closedAt): "
            + "\(closed.used) used, \(closed.extra) extra, \(closed.expired) expired"
    }
}
