/// A grouping of hours was revoked before anything was drawn by it (R11).
package struct HoursUngrouped: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "hours.ungrouped"
    /// The contract.
    var contract: Identifier<Contract>
    /// The index of the first of the two cycles.
    package var first: Int
    /// Why, in one line; nil where nobody said.
    var reason: String?

    /// Removes the group.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        let groups = changed.groups?.filter { $0.first != first }
        changed.groups = groups?.isEmpty ?? true ? nil : groups
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// `contract 3: cycles 2 and 3 no longer grouped`.
    package var summary: String {
        "contract \(contract): cycles \(first + 1) and \(first + 2) no longer grouped"
            + (reason.map { ": \($0)" } ?? "")
    }
}
