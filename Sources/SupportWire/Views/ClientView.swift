package import SupportModel

/// A client as the protocol shows it.
package struct ClientView: Codable, Hashable, Sendable {
    package var client: Name<Client>
    package var name: String
    package var zone: ZoneName
    package var mails: [String]
    package var archived: Bool
    package var addedAt: Instant
    package var version: UInt64

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
