/// The events of clients.
enum ClientEvents {
    static let all: [any DeskEvent.Type] = [
        ClientAdded.self, ClientChanged.self, ClientArchived.self, ClientNoted.self,
    ]
}

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

/// What a client is called, where it is, or where its mail comes from has changed.
package struct ClientChanged: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "client.changed"
    /// The client that was changed.
    var client: Name<Client>
    /// What people read from then on; nil: unchanged.
    var title: String?
    /// Where contracts signed from then on count their days; nil: unchanged.
    var zone: ZoneName?
    /// All its addresses from then on; nil: unchanged.
    var mails: [String]?

    /// Takes over what is named and keeps the rest.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.clients[client] else { return }
        changed.title = title ?? changed.title
        changed.zone = zone ?? changed.zone
        changed.mails = mails ?? changed.mails
        changed.version = stamp.sequence
        state.clients[client] = changed
    }

    /// `client acme changed`.
    package var summary: String { "client \(client) changed" }
}

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

/// Somebody wrote a note on a client.
package struct ClientNoted: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "client.noted"
    var client: Name<Client>
    var text: String

    /// Adds the note after the others.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.clients[client] else { return }
        changed.notes =
            (changed.notes ?? []) + [ClientNote(at: stamp.at, by: stamp.by, text: text)]
        changed.version = stamp.sequence
        state.clients[client] = changed
    }

    /// `client acme noted: call Ann, not the shop`, its first line only.
    package var summary: String {
        "client \(client) noted: \(text.prefix { !$0.isNewline })"
    }
}
