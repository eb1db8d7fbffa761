package import SupportModel

/// A client as the protocol shows it.
package struct ClientView: Codable, Hashable, Sendable {
    /// The short name by which commands call the client.
    package var client: Name<Client>
    /// What people read: `Acme Outdoor GmbH`.
    package var name: String
    /// The zone in which its contracts count days, unless they were signed under another.
    package var zone: ZoneName
    /// Addresses that its mail comes from; empty where none is known.
    package var mails: [String]
    /// True when nothing new is done for it.
    package var archived: Bool
    /// When the desk took it on.
    package var addedAt: Instant
    /// The sequence number of the record that last changed the client; `if_version` wants it.
    package var version: UInt64

    /// What callers see of a client.
    package init(_ client: Client) {
        self.client = client.name
        name = client.title
        zone = client.zone
        mails = client.mails
        archived = client.archived
        addedAt = client.addedAt
        version = client.version
    }
}
