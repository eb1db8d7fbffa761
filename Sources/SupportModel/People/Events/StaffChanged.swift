/// A person's role, Unix user or address has changed.
package struct StaffChanged: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "staff.changed"
    /// The person who was changed.
    var staff: Name<Staff>
    /// Their role from then on; nil: unchanged.
    var role: Role?
    /// Their Unix user from then on; nil: unchanged.
    var user: String?
    /// Their address from then on; nil: unchanged.
    var mail: String?

    /// Takes over what is named and keeps the rest.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.staff[staff] else { return }
        changed.role = role ?? changed.role
        changed.user = user ?? changed.user
        changed.mail = mail ?? changed.mail
        changed.version = stamp.sequence
        state.staff[staff] = changed
    }

    /// `staff olena changed`.
    package var summary: String { "staff \(staff) changed" }
}
