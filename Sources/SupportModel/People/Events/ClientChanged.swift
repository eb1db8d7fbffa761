/// What a client is called, where it is, or where its mail comes from has changed.
package struct ClientChanged: DeskEvent {
    package static let type = "client.changed"
    var client: Name<Client>
    var title: String?
    var zone: ZoneName?
    var mails: [String]?

    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.clients[client] else { return }
        changed.title = title ?? changed.title
        changed.zone = zone ?? changed.zone
        changed.mails = mails ?? changed.mails
        changed.version = stamp.sequence
        state.clients[client] = changed
    }

    package var summary: String { "client \(client) changed" }
}
