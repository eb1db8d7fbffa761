/// A client was taken on.
package struct ClientAdded: DeskEvent {
    package static let type = "client.added"
    var client: Name<Client>
    var title: String
    var zone: ZoneName
    var mails: [String]

    package func apply(to state: inout State, _ stamp: Stamp) {
        state.clients[client] = Client(
            name: client, title: title, zone: zone, mails: mails, archived: false,
            addedAt: stamp.at, version: stamp.sequence)
    }

    package var summary: String { "client \(client) added: \(title)" }
}
