package import SupportModel

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
