package import SupportModel

/// Takes in an access that a project hands over, or replaces it (R6).
///
/// A repetition with the same `idempotency_key` is recognised by a digest under the desk's key, from
/// which nobody can guess the secret.
package struct CredentialSet: Request {
    package static let method = Method<CredentialView>.write("access.set", for: .access)

    /// Whose site it opens.
    package var client: Name<Client>
    /// `admin`, `ftp` or `ssh`.
    package var kind: CredentialKind
    /// A project that a contract of the client names; everything of the client's unless said.
    package var project: String?
    /// The user to log in as, one line of at most 256 characters; as before unless said.
    package var user: String?
    /// The URL or host, one line of at most 256 characters, without a password; as before unless said.
    package var address: String?
    /// The password or key: 1 to 16384 bytes of text, kept exactly.
    package var secret: SecretText

    package init(
        client: Name<Client>, kind: CredentialKind, project: String? = nil, user: String? = nil,
        address: String? = nil, secret: SecretText
    ) {
        (self.client, self.kind, self.project, self.user) = (client, kind, project, user)
        (self.address, self.secret) = (address, secret)
    }
}

/// Lists what was handed over and what is still missing (R6), never a secret.
package struct CredentialList: Request {
    package static let method = Method<Reply>.read("access.list", .long, for: .access)

    /// Only of this client, also an archived one.
    package var client: Name<Client>?

    package init(client: Name<Client>? = nil) {
        self.client = client
    }

    /// What there is and what there is not.
    package struct Reply: View {
        /// What was handed over, by client, project and kind.
        package var access: [CredentialView]
        /// What the projects of contracts in force still owe, by client and project.
        package var missing: [MissingCredentials]

        package init(access: [CredentialView], missing: [MissingCredentials]) {
            (self.access, self.missing) = (access, missing)
        }
    }
}

/// Each use is recorded by itself, and no record may hold the secret: an `idempotency_key` is
/// refused.
extension RevealCredential: Request {
    package static let method = Method<Reply>.write("access.reveal", for: .access)

    /// The secret and what belongs to it.
    package struct Reply: View {
        /// The access, this use counted.
        package var access: CredentialView
        /// The secret, exactly as it was handed over.
        package var secret: SecretText

        package init(access: CredentialView, secret: SecretText) {
            (self.access, self.secret) = (access, secret)
        }
    }
}

/// Has a worker log in with an access and changes nothing there (R6). That is recorded, with what came
/// of it; the secret is not in the answer.
package struct TryCredential: CredentialNaming, Request {
    package static let method = Method<Reply>.write("access.try", for: .access)

    /// Whose site it opens.
    package var client: Name<Client>
    /// `admin`, `ftp` or `ssh`.
    package var kind: CredentialKind
    /// The project; everything of the client's unless said.
    package var project: String?

    /// Tries the access of a place.
    package init(_ place: CredentialPlace) {
        (client, kind, project) = (place.client, place.kind, place.project)
    }

    /// What came of it.
    package struct Reply: View {
        /// The access that was tried.
        package var access: CredentialView
        /// Where it was tried, as a URL.
        package var url: String
        /// Whether the login worked.
        package var loggedIn: Bool
        /// The step that failed; missing where none did.
        package var failedAt: LoginStep?
        /// What happened, in one line.
        package var detail: String

        /// The answer to a result.
        package init(access: CredentialView, url: String, result: LoginResult) {
            (self.access, self.url, loggedIn) = (access, url, result.failedAt == nil)
            (failedAt, detail) = (result.failedAt, result.detail)
        }
    }
}

extension RemoveCredential: Request {
    package static let method = Method<Reply>.write("access.remove", for: .access)

    /// Which was removed.
    package struct Reply: View {
        /// Whose it was.
        package var client: Name<Client>
        /// The project; missing where it stood for everything of the client's.
        package var project: String?
        /// `admin`, `ftp` or `ssh`.
        package var removed: CredentialKind

        package init(client: Name<Client>, project: String? = nil, removed: CredentialKind) {
            (self.client, self.project, self.removed) = (client, project, removed)
        }
    }
}
