package import SupportModel

extension AddStaff: Request {
    package static let method = Method<StaffView>.write("staff.add", for: .operate)
}

extension ChangeStaff: Request {
    package static let method = Method<StaffView>.write("staff.set", for: .operate)
}

extension RemoveStaff: Request {
    package static let method = Method<Removed<Staff>>.write("staff.remove", for: .operate)
}

/// Lists the people of the desk by name.
package struct StaffList: Request {
    package static let method = Method<Listing<StaffView>>.read("staff.list", .long)

    /// The request, which has no parameters.
    package init() {}
}

/// A member of staff as the protocol shows them.
package struct StaffView: Listed {
    package static let plural = "staff"

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
}

extension StaffView {
    /// What callers see of a member of staff.
    package init(_ staff: Staff) {
        self.init(
            staff: staff.name, role: staff.role, user: staff.user, mail: staff.mail,
            version: staff.version)
    }
}
