package import SupportModel

/// Takes in an access that a project hands over, or replaces it (R6).
///
/// A repetition with the same `idempotency_key` is recognised by a digest under the desk's key, from
/// which nobody can guess the secret.
package struct AccessSet: Request {
    package static let method = "access.set"
    package static let access = Access.write
    /// Whose site it opens.
    package var client: Name<Client>
    /// `admin`, `ftp` or `ssh`.
    package var kind: AccessKind
    /// A project that a contract of the client names; everything of the client's unless said.
    package var project: String?
    /// The user to log in as, one line of at most 256 bytes; as before unless said.
    package var user: String?
    /// The URL or host, one line of at most 256 bytes, without a password; as before unless said.
    package var address: String?
    /// The password or key: 1 to 16384 bytes of text, kept exactly.
    package var secret: SecretText

    package init(
        client: Name<Client>, kind: AccessKind, project: String? = nil, user: String? = nil,
        address: String? = nil, secret: SecretText
    ) {
        self.client = client
        self.kind = kind
        self.project = project
        self.user = user
        self.address = address
        self.secret = secret
    }

    package typealias Reply = AccessView
}
