package import SupportModel

/// An access as the protocol shows it: all but the secret (R6).
package struct CredentialView: View {
    /// Whose site it opens.
    package var client: Name<Client>
    /// The project; missing where it stands for everything of the client's.
    package var project: String?
    /// `admin`, `ftp` or `ssh`.
    package var kind: CredentialKind
    /// The user to log in as; missing where it was not named.
    package var user: String?
    /// The URL or host; missing where it was not named.
    package var address: String?
    /// When it was handed over, or last replaced.
    package var setAt: Instant
    /// Who entered it then.
    package var setBy: Principal
    /// How often its secret was revealed since.
    package var looks: Int
    /// The last time that it was revealed; missing before the first.
    package var lastLook: CredentialUse?
    /// The mark of the desk's key that is needed to open it.
    package var key: String
    /// The sequence number of the record that last changed it; `if_version` wants it.
    package var version: UInt64
}

extension CredentialView {
    /// What callers see of an access of a desk.
    package init(_ entry: Credential, in state: State) {
        self.init(
            client: entry.client, project: entry.project, kind: entry.kind, user: entry.user,
            address: entry.address, setAt: entry.setAt, setBy: entry.setBy, looks: entry.looks,
            lastLook: entry.lastLook, key: state.deskKey(of: entry), version: entry.version)
    }
}

/// An access whose secret the desk cannot open.
package struct ClosedCredentialView: View {
    /// Whose site it opens.
    package var client: Name<Client>
    /// The project; missing where it stands for everything of the client's.
    package var project: String?
    /// `admin`, `ftp` or `ssh`.
    package var kind: CredentialKind
    /// Why not: another key, or a damaged box.
    package var why: String
}

extension ClosedCredentialView {
    /// An access that stays closed, and why.
    package init(_ place: CredentialPlace, why: String) {
        self.init(client: place.client, project: place.project, kind: place.kind, why: why)
    }
}

/// A secret on its way between the client and the desk (R6): a plain text in JSON, and nothing to
/// read anywhere else, so that no log or message can show one by chance.
package struct SecretText: View {
    /// The secret itself, 1 to 16384 bytes.
    package let text: String

    /// Keeps a secret from being printed.
    package init(_ text: String) { self.text = text }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension SecretText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(a secret)" }
    package var debugDescription: String { description }
    /// Nothing, so that a dump shows nothing.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
