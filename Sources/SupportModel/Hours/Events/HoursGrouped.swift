/// An account manager agreed that the hours of two months form one pool (R11).
package struct HoursGrouped: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "hours.grouped"
    /// The contract.
    var contract: Identifier<Contract>
    /// The index of the first of the two cycles.
    package var first: Int
    /// Who agreed, and why.
    var agreement: Agreement
    /// What one week may draw, where the agreement says otherwise.
    var weeklyLimit: Minutes?

    /// Adds the group.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.contracts[contract] else { return }
        let group = HourGroup(
            first: first, agreement: agreement, at: stamp.at, weeklyLimit: weeklyLimit)
        changed.groups = ((changed.groups ?? []) + [group]).sorted { $0.first < $1.first }
        changed.version = stamp.sequence
        state.put(changed)
    }

    /// `contract 3: cycles 2 and 3 grouped, agreed by olena: the relaunch`.
    package var summary: String {
        "contract \(contract): cycles \(first + 1) and \(first + 2) grouped, agreed by "
            + "\(agreement.by): \(agreement.reason)"
    }
}
