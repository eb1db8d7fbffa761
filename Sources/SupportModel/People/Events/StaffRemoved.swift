/// A person left the desk.
package struct StaffRemoved: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "staff.removed"
    /// The person who left.
    var staff: Name<Staff>

    /// Takes the person off; records that name them stay.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.staff[staff] = nil
    }

    /// `staff olena removed`.
    package var summary: String { "staff \(staff) removed" }
}
