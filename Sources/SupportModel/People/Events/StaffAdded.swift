/// A person joined the desk.
package struct StaffAdded: DeskEvent {
    package static let type = "staff.added"
    var staff: Name<Staff>
    var role: Role
    var user: String?
    var mail: String?

    package func apply(to state: inout State, _ stamp: Stamp) {
        state.staff[staff] = Staff(
            name: staff, role: role, user: user, mail: mail, version: stamp.sequence)
    }

    package var summary: String { "staff \(staff) added as \(role.rawValue)" }
}
