package import SupportModel

/// An access as the protocol shows it: all but the secret (R6).
package struct AccessView: Codable, Hashable, Sendable {
    /// Whose site it opens.
    package var client: Name<Client>
    /// The project; missing where it stands for everything of the client's.
    package var project: String?
    /// `admin`, `ftp` or `ssh`.
    package var kind: AccessKind
    /// The user to log in as; missing where it was not named.
    package var user: String?
    /// The URL or host; missing where it was not named.
    package var address: String?
    /// When it was handed over, or last replaced.
    package var setAt: Instant
    /// Who entered it then.
    package var setBy: Actor
    /// How often its secret was looked at since.
    package var looks: Int
    /// The last of those looks; missing before the first.
    package var lastLook: AccessLook?
    /// The mark of the key that its secret is sealed with.
    package var key: String
    /// The sequence number of the record that last changed it; `if_version` wants it.
    package var version: UInt64

    /// What callers see of an access.
    package init(_ entry: AccessEntry) {
        client = entry.client
        project = entry.project
        kind = entry.kind
        user = entry.user
        address = entry.address
        setAt = entry.setAt
        setBy = entry.setBy
        looks = entry.looks
        lastLook = entry.lastLook
        key = entry.sealed.key
        version = entry.version
    }
}
