package import SupportModel

/// Adds a person to the desk.
package struct StaffAdd: Request {
    package static let method = "staff.add"
    package static let access = Access.write
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
