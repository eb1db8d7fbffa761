package import SupportModel

/// Adds a person to the desk.
package struct StaffAdd: Request {
    package static let method = "staff.add"
    package static let access = Access.write
    package var staff: Name<Staff>
    package var role: Role
    /// The Unix user that they connect as.
    package var user: String?
    package var mail: String?

    package init(staff: Name<Staff>, role: Role, user: String? = nil, mail: String? = nil) {
        self.staff = staff
        self.role = role
        self.user = user
        self.mail = mail
    }

    package typealias Reply = StaffView
}
