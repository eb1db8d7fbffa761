/// Nothing new is done for a client from now on.
package struct ClientArchived: DeskEvent {
    package static let type = "client.archived"
    var client: Name<Client>

    package func apply(to state: inout State, _ stamp: Stamp) {
        state.clients[client]?.archived = true
        state.clients[client]?.version = stamp.sequence
    }

    package var summary: String { "client \(client) archived" }
}
