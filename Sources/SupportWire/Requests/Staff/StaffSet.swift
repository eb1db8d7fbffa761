package import SupportModel

/// Changes a person's role, Unix user or address.
package struct StaffSet: Request {
    package static let method = "staff.set"
    package static let access = Access.write
    package var staff: Name<Staff>
    package var role: Role?
    package var user: String?
    package var mail: String?

    package init(staff: Name<Staff>, role: Role? = nil, user: String? = nil, mail: String? = nil) {
        self.staff = staff
        self.role = role
        self.user = user
        self.mail = mail
    }

    package typealias Reply = StaffView
}
