package import SupportModel

/// Opens every sealed secret and tells none: says which do not open, and what is missing (R6).
package struct AccessVerify: Request {
    package static let method = "access.verify"
    package static let access = Access.operate
    package static let cost = Cost.long

    /// The request, which has no parameters.
    package init() {}

    /// What was found.
    package struct Reply: Codable, Hashable, Sendable {
        /// How many secrets were opened or should have been.
        package var checked: Int
        /// The mark of the key that is in use; missing where there is neither key nor secret.
        package var key: String?
        /// How many are still sealed with the key before it; missing where none are.
        package var old: Int?
        /// Those that do not open; empty when all is well.
        package var closed: [ClosedAccessView]
        /// What the projects of contracts in force still owe, by client and project.
        package var missing: [MissingAccess]

        package init(
            checked: Int, key: String?, old: Int? = nil, closed: [ClosedAccessView],
            missing: [MissingAccess]
        ) {
            self.checked = checked
            self.key = key
            self.old = old
            self.closed = closed
            self.missing = missing
        }
    }
}
