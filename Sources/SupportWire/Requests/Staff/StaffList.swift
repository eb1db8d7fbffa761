/// Lists the people of the desk by name.
package struct StaffList: Request {
    package static let method = "staff.list"
    package static let access = Access.read
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
