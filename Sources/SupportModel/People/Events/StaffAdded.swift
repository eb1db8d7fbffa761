/// A person joined the desk.
package struct StaffAdded: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "staff.added"
    /// The name that the person was given.
    var staff: Name<Staff>
    /// What they were allowed to do.
    var role: Role
    /// The Unix user that they connect as; nil for one who does not.
    var user: String?
    /// Where they are written to; nil where nobody does.
    var mail: String?

    /// Adds the person.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.staff[staff] = Staff(
            name: staff, role: role, user: user, mail: mail, version: stamp.sequence)
    }

    /// `staff olena added as manager`.
    package var summary: String { "staff \(staff) added as \(role.rawValue)" }
}
