/// A person's role, Unix user or address has changed.
package struct StaffChanged: DeskEvent {
    package static let type = "staff.changed"
    var staff: Name<Staff>
    var role: Role?
    var user: String?
    var mail: String?

    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.staff[staff] else { return }
        changed.role = role ?? changed.role
        changed.user = user ?? changed.user
        changed.mail = mail ?? changed.mail
        changed.version = stamp.sequence
        state.staff[staff] = changed
    }

    package var summary: String { "staff \(staff) changed" }
}
