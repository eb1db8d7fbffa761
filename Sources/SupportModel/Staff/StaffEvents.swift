/// The events of the staff.
enum StaffEvents {
    static let all: [any DeskEvent.Type] = [
        StaffAdded.self, StaffChanged.self, StaffRemoved.self,
    ]
}

/// A person was added to the desk.
package struct StaffAdded: DeskEvent {
    package static let type = "staff.added"
    var staff: Name<Staff>
    var role: Role
    /// The Unix user that they connect as; nil for none.
    var user: String?
    /// Their mail address; nil for none.
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
    package static let type = "staff.changed"
    var staff: Name<Staff>
    /// Their role from then on; nil: unchanged.
    var role: Role?
    /// Their Unix user from then on; nil: unchanged.
    var user: String?
    /// Their address from then on; nil: unchanged.
    var mail: String?

    /// Stores the given values and keeps the others.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.staff.change(staff, stamp) {
            $0.role = role ?? $0.role
            $0.user = user ?? $0.user
            $0.mail = mail ?? $0.mail
        }
    }

    /// `staff olena changed`.
    package var summary: String { "staff \(staff) changed" }
}

/// A person was removed from the desk.
package struct StaffRemoved: DeskEvent {
    package static let type = "staff.removed"
    var staff: Name<Staff>

    /// Removes the person; records that name them stay.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.staff[staff] = nil
    }

    /// `staff olena removed`.
    package var summary: String { "staff \(staff) removed" }
}
