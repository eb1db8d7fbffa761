/// A company that the agency looks after.
package struct Client: Hashable, Sendable, Codable {
    /// What a caller names it by: `acme`.
    package var name: Name<Client>
    /// What people read: `Acme Outdoor GmbH`.
    package var title: String
    /// The zone in which its contracts count days.
    package var zone: ZoneName
    /// Addresses that its mail comes from.
    package var mails: [String]
    /// True when nothing new may be done for it.
    package var archived: Bool
    /// When it was taken on.
    package var addedAt: Instant
    /// The sequence number of the record that last changed the client.
    package var version: UInt64
}
