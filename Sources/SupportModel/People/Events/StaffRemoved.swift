/// A person left the desk.
package struct StaffRemoved: DeskEvent {
    package static let type = "staff.removed"
    var staff: Name<Staff>

    package func apply(to state: inout State, _ stamp: Stamp) {
        state.staff[staff] = nil
    }

    package var summary: String { "staff \(staff) removed" }
}
