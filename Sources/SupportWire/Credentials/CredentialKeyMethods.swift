package import SupportModel

/// Opens every sealed secret and shows none: lists those that do not open, and what is missing (R6).
package struct CredentialVerify: Request {
    package static let method = Method<Reply>.operate("access.verify", .long)

    /// The request, which has no parameters.
    package init() {}

    /// What was found.
    package struct Reply: View {
        /// How many secrets were opened or should have been.
        package var checked: Int
        /// The mark of the key that is in use; missing where there is neither key nor secret.
        package var key: String?
        /// How many are still sealed with the key before it; missing where none are.
        package var old: Int?
        /// Those that do not open; empty when all is well.
        package var closed: [ClosedCredentialView]
        /// What the projects of contracts in force still owe, by client and project.
        package var missing: [MissingCredentials]

        /// - Parameter old: 0 for none.
        package init(
            checked: Int, key: String?, old: Int, closed: [ClosedCredentialView],
            missing: [MissingCredentials]
        ) {
            (self.checked, self.key) = (checked, key)
            self.old = old > 0 ? old : nil
            self.closed = closed
            self.missing = missing
        }
    }
}

/// Seals with the key in use what another one sealed that is still at hand (R6).
///
/// One request does as much as a record takes; it is repeated until nothing is left.
package struct CredentialReseal: Request {
    package static let method = Method<Reply>.operate("access.reseal", .quick, isMutation: true)

    /// The request, which has no parameters.
    package init() {}

    /// What was done, and what is left to do.
    package struct Reply: View {
        /// How many secrets were sealed anew.
        package var resealed: Int
        /// How many more there are for the next request.
        package var left: Int
        /// The mark of the key in use.
        package var key: String
        /// Those that no key opens; empty when all is well.
        package var closed: [ClosedCredentialView]

        package init(resealed: Int, left: Int, key: String, closed: [ClosedCredentialView]) {
            (self.resealed, self.left, self.key, self.closed) = (resealed, left, key, closed)
        }
    }
}
