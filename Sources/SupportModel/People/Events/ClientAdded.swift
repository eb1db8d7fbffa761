/// A client was taken on.
package struct ClientAdded: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "client.added"
    /// The name that the client was given.
    var client: Name<Client>
    /// What people read: `Acme Outdoor GmbH`.
    var title: String
    /// Where its contracts count their days.
    var zone: ZoneName
    /// Addresses that its mail comes from; may be none.
    var mails: [String]

    /// Adds the client, not archived.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.clients[client] = Client(
            name: client, title: title, zone: zone, mails: mails, archived: false,
            addedAt: stamp.at, version: stamp.sequence)
    }

    /// `client acme added: Acme Outdoor GmbH`.
    package var summary: String { "client \(client) added: \(title)" }
}
