package import SupportModel

/// Adds a person to the desk.
package struct StaffAdd: Request {
    package static let method = "staff.add"
    package static let permission = Permission.write
    /// The short name by which commands will call the person; it must be free.
    package var staff: Name<Staff>
    /// What the person does at the desk: manager, engineer or viewer.
    package var role: Role
    /// The Unix user that they connect as.
    package var user: String?
    /// The address to reach them at.
    package var mail: String?

    package init(staff: Name<Staff>, role: Role, user: String? = nil, mail: String? = nil) {
        self.staff = staff
        self.role = role
        self.user = user
        self.mail = mail
    }

    package typealias Reply = StaffView
}

/// Changes a person's role, Unix user or address.
package struct StaffSet: Request {
    package static let method = "staff.set"
    package static let permission = Permission.write
    /// The person to change.
    package var staff: Name<Staff>
    /// The new role; as it was unless said. Refused to the manager of a running contract.
    package var role: Role?
    /// The Unix user that they connect as from now on, which nobody else may have; as it was unless
    /// said.
    package var user: String?
    /// The new address to reach them at; as it was unless said.
    package var mail: String?

    package init(staff: Name<Staff>, role: Role? = nil, user: String? = nil, mail: String? = nil) {
        self.staff = staff
        self.role = role
        self.user = user
        self.mail = mail
    }

    package typealias Reply = StaffView
}

/// Takes a person off the desk.
package struct StaffRemove: Request {
    package static let method = "staff.remove"
    package static let permission = Permission.write
    /// The person to take off; refused while a live ticket or a running contract is theirs.
    package var staff: Name<Staff>

    package init(staff: Name<Staff>) {
        self.staff = staff
    }

    /// Who was removed.
    package struct Reply: Codable, Hashable, Sendable {
        /// The name, which stays in all that the person did.
        package var removed: Name<Staff>

        package init(removed: Name<Staff>) {
            self.removed = removed
        }
    }
}

/// Lists the people of the desk by name.
package struct StaffList: Request {
    package static let method = "staff.list"
    package static let permission = Permission.read
    package static let cost = Cost.long

    /// The request, which has no parameters.
    package init() {}

    /// The people.
    package struct Reply: Codable, Hashable, Sendable {
        /// Everybody who is at the desk today.
        package var staff: [StaffView]

        package init(staff: [StaffView]) {
            self.staff = staff
        }
    }
}

/// A member of staff as the protocol shows them.
package struct StaffView: Codable, Hashable, Sendable {
    /// The short name by which commands call the person.
    package var staff: Name<Staff>
    /// What they do at the desk: manager, engineer or viewer.
    package var role: Role
    /// The Unix user that they connect as; missing for one who does not.
    package var user: String?
    /// The address to reach them at; missing where none is known.
    package var mail: String?
    /// The sequence number of the record that last changed the person; `if_version` wants it.
    package var version: UInt64

    /// What callers see of a member of staff.
    package init(_ staff: Staff) {
        self.staff = staff.name
        role = staff.role
        user = staff.user
        mail = staff.mail
        version = staff.version
    }
}
