package import SupportModel

/// Keeps an access no longer (R6).
package struct AccessRemove: Request {
    package static let method = "access.remove"
    package static let access = Access.write
    /// Whose site it opens.
    package var client: Name<Client>
    /// `admin`, `ftp` or `ssh`.
    package var kind: AccessKind
    /// The project; what stands for everything of the client's unless said.
    package var project: String?

    package init(client: Name<Client>, kind: AccessKind, project: String? = nil) {
        self.client = client
        self.kind = kind
        self.project = project
    }

    /// Which was removed.
    package struct Reply: Codable, Hashable, Sendable {
        /// Whose it was.
        package var client: Name<Client>
        /// The project; missing where it stood for everything of the client's.
        package var project: String?
        /// `admin`, `ftp` or `ssh`.
        package var removed: AccessKind

        package init(client: Name<Client>, project: String? = nil, removed: AccessKind) {
            self.client = client
            self.project = project
            self.removed = removed
        }
    }
}
