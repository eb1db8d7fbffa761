/// Nothing new is done for a client from now on.
package struct ClientArchived: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "client.archived"
    /// The client that was archived.
    var client: Name<Client>

    /// Marks the client; nothing of it is removed.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.clients[client]?.archived = true
        state.clients[client]?.version = stamp.sequence
    }

    /// `client acme archived`.
    package var summary: String { "client \(client) archived" }
}
