package import SupportModel

/// Tells a secret, after the look is recorded (R6).
///
/// Each look is a look of its own, and no record may hold the secret: an `idempotency_key` is refused.
package struct AccessReveal: Request {
    package static let method = "access.reveal"
    package static let access = Access.write
    /// Whose site it opens.
    package var client: Name<Client>
    /// `admin`, `ftp` or `ssh`.
    package var kind: AccessKind
    /// The project; what stands for everything of the client's unless said.
    package var project: String?
    /// What for, one line of at most 256 bytes, to be recorded with the look.
    package var reason: String?

    package init(
        client: Name<Client>, kind: AccessKind, project: String? = nil, reason: String? = nil
    ) {
        self.client = client
        self.kind = kind
        self.project = project
        self.reason = reason
    }

    /// The secret and what belongs to it.
    package struct Reply: Codable, Hashable, Sendable {
        /// The access, this look counted.
        package var access: AccessView
        /// The secret, exactly as it was handed over.
        package var secret: SecretText

        package init(access: AccessView, secret: SecretText) {
            self.access = access
            self.secret = secret
        }
    }
}
