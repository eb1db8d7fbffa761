/// One access that a project has handed over (R6): who and where, readable; the secret, sealed.
package struct AccessEntry: Hashable, Sendable, Codable {
    /// Whose site it opens.
    package var client: Name<Client>
    /// The project; nil for everything of the client's.
    package var project: String?
    /// Which of the three it is.
    package var kind: AccessKind
    /// The user to log in as, where it was named.
    package var user: String?
    /// The URL or host, where it was named.
    package var address: String?
    /// The password or key, which only the desk can open.
    package var sealed: SealedSecret
    /// When it was handed over, or last replaced.
    package var setAt: Instant
    /// Who entered it then.
    package var setBy: Actor
    /// How often it was looked at since.
    package var looks: Int
    /// The last of those looks.
    package var lastLook: AccessLook?
    /// The sequence number of the record that last changed it; a look changes nothing.
    package var version: UInt64

    /// What it is for.
    package var place: AccessPlace { AccessPlace(client: client, project: project, kind: kind) }
}
