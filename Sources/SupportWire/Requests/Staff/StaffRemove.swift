package import SupportModel

/// Takes a person off the desk.
package struct StaffRemove: Request {
    package static let method = "staff.remove"
    package static let access = Access.write
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
