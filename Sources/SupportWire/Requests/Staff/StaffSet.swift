package import SupportModel

/// Changes a person's role, Unix user or address.
package struct StaffSet: Request {
    package static let method = "staff.set"
    package static let access = Access.write
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
