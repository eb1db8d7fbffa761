package import SupportModel

/// Takes a person off the desk.
package struct StaffRemove: Request {
    package static let method = "staff.remove"
    package static let access = Access.write
    package var staff: Name<Staff>

    package init(staff: Name<Staff>) {
        self.staff = staff
    }

    /// Who was removed.
    package struct Reply: Codable, Hashable, Sendable {
        package var removed: Name<Staff>

        package init(removed: Name<Staff>) {
            self.removed = removed
        }
    }
}
