package import SupportModel

/// A member of staff as the protocol shows them.
package struct StaffView: Codable, Hashable, Sendable {
    package var staff: Name<Staff>
    package var role: Role
    package var user: String?
    package var mail: String?
    package var version: UInt64

    package init(_ staff: Staff) {
        self.staff = staff.name
        role = staff.role
        user = staff.user
        mail = staff.mail
        version = staff.version
    }
}
