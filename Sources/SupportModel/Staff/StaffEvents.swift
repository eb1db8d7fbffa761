/// The events of the staff.
enum StaffEvents {
    static let all: [any DeskEvent.Type] = [
        StaffAdded.self, StaffChanged.self, StaffRemoved.self,
    ]
}

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
