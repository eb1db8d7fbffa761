/// The events of clients.
enum ClientEvents {
    static let all: [any DeskEvent.Type] = [
        ClientAdded.self, ClientChanged.self, ClientArchived.self, ClientRestored.self,
        ClientNoted.self,
    ]
}

/// A client was added.
package struct ClientAdded: DeskEvent {
    package static let type = "client.added"
    var client: Name<Client>
    /// The title that people read: `Acme Outdoor GmbH`.
    var title: String
    /// The zone in which its contracts count days.
    var zone: ZoneName
    /// Addresses that its mail comes from; may be none.
    var mails: [String]
    /// The language of mail to it; nil: the configuration's.
    var language: NoticeLanguage?

    /// Adds the client, not archived.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.clients[client] = Client(
            name: client, title: title, zone: zone, mails: mails, archived: false,
            addedAt: stamp.at, version: stamp.sequence, language: language)
    }

    /// `client acme added: Acme Outdoor GmbH`.
    package var summary: String { "client \(client) added: \(title)" }
}

/// The title, the zone, the mail addresses or the language of a client changed.
package struct ClientChanged: DeskEvent {
    package static let type = "client.changed"
    var client: Name<Client>
    /// The new title; nil: unchanged.
    var title: String?
    /// The zone in which contracts signed from then on count days; nil: unchanged.
    var zone: ZoneName?
    /// All its addresses from then on; nil: unchanged.
    var mails: [String]?
    /// The language of mail to it; nil: unchanged.
    var language: NoticeLanguage?

    /// Stores the given values and keeps the others.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let before = state.clients[client]?.zone
        state.clients.change(client, stamp) {
            $0.title = title ?? $0.title
            $0.zone = zone ?? $0.zone
            $0.mails = mails ?? $0.mails
            $0.language = language ?? $0.language
        }
        if state.clients[client]?.zone != before { state.refreshPlaces { $0.client == client } }
    }

    /// `client acme changed`.
    package var summary: String { "client \(client) changed" }
}

/// A client was archived: no new work may be added for it.
package struct ClientArchived: DeskEvent {
    package static let type = "client.archived"
    var client: Name<Client>

    /// Marks the client; nothing of it is removed.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.clients.change(client, stamp) { $0.archived = true }
    }

    /// `client acme archived`.
    package var summary: String { "client \(client) archived" }
}

/// An archived client was taken up again.
package struct ClientRestored: DeskEvent {
    package static let type = "client.restored"
    /// The client that was archived.
    var client: Name<Client>

    /// Takes the mark away.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.clients.change(client, stamp) { $0.archived = false }
    }

    /// `client acme restored`.
    package var summary: String { "client \(client) restored" }
}

/// Somebody wrote a note on a client.
package struct ClientNoted: DeskEvent {
    package static let type = "client.noted"
    var client: Name<Client>
    var text: String

    /// Adds the note after the others.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let note = ClientNote(at: stamp.at, by: stamp.by, text: text)
        state.clients.change(client, stamp) { $0.notes = ($0.notes ?? []) + [note] }
    }

    /// `client acme noted: call Ann, not the shop`, its first line only.
    package var summary: String {
        "client \(client) noted: \(text.prefix { !$0.isNewline })"
    }
}
