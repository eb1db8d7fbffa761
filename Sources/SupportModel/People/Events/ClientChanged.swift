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
