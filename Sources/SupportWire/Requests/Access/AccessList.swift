package import SupportModel

/// Lists what was handed over and what is still missing (R6), never a secret.
package struct AccessList: Request {
    package static let method = "access.list"
    package static let access = Access.read
    package static let cost = Cost.long
    /// Only of this client, also an archived one.
    package var client: Name<Client>?

    package init(client: Name<Client>? = nil) {
        self.client = client
    }

    /// What there is and what there is not.
    package struct Reply: Codable, Hashable, Sendable {
        /// What was handed over, by client, project and kind.
        package var access: [AccessView]
        /// What the projects of contracts in force still owe, by client and project.
        package var missing: [MissingAccess]

        package init(access: [AccessView], missing: [MissingAccess]) {
            self.access = access
            self.missing = missing
        }
    }
}
