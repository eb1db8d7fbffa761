/// Takes on a client.
package struct AddClient: Command {
    /// What it will be called by callers; refused when the name is taken.
    package var client: Name<Client>
    /// What people read: `Acme Outdoor GmbH`; one line.
    package var title: String
    /// Where its contracts will count their days; refused when the machine does not know it.
    package var zone: ZoneName
    /// Addresses that its mail comes from; may be none.
    package var mails: [String]

    package init(client: Name<Client>, title: String, zone: ZoneName = .utc, mails: [String] = []) {
        self.client = client
        self.title = title
        self.zone = zone
        self.mails = mails
    }

    /// One `ClientAdded`, or the value that does not fit.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard state.clients[client] == nil else { throw .exists(.client, client.text) }
        _ = try context.zone(zone)
        return [
            Event(
                ClientAdded(
                    client: client, title: try BoundedText.line(title, "the client's name"),
                    zone: zone, mails: try MailAddress.list(mails)))
        ]
    }
}

/// Changes what a client is called, where it is, or where its mail comes from.
package struct ChangeClient: Command {
    /// The client to change.
    package var client: Name<Client>
    /// What people are to read; nil: as before.
    package var title: String?
    /// Where contracts signed from now on count their days; nil: as before.
    package var zone: ZoneName?
    /// All the addresses that its mail comes from; nil: as before.
    package var mails: [String]?

    package init(client: Name<Client>, title: String?, zone: ZoneName?, mails: [String]?) {
        self.client = client
        self.title = title
        self.zone = zone
        self.mails = mails
    }

    /// One `ClientChanged`; refused when nothing is to change or a new value does not fit.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.client(client)
        guard title != nil || zone != nil || mails != nil else { throw .nothingToChange }
        if let title { _ = try BoundedText.line(title, "the client's name") }
        if let zone { _ = try context.zone(zone) }
        if let mails { _ = try MailAddress.list(mails) }
        return [Event(ClientChanged(client: client, title: title, zone: zone, mails: mails))]
    }

    /// The version of the client as it stands; nil when the desk has no such client.
    package func version(in state: State) -> UInt64? { state.clients[client]?.version }
}

/// Stops doing anything new for a client. What was done stays.
package struct ArchiveClient: Command {
    /// The client to archive; refused when it is already.
    package var client: Name<Client>

    /// For the client of a name.
    package init(client: Name<Client>) { self.client = client }

    /// One `ClientArchived`; refused while a contract runs, a ticket is live or a monitor exists.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.client(client)
        guard !found.archived else { throw .clientArchived(client) }
        if let contract = state.contractsInForce(of: client).first?.number {
            throw .inUse(
                what: "client \(client)", by: "contract \(contract), which has not ended",
                hint: "let its last cycle end first")
        }
        if let ticket = state.firstLiveTicket(where: { $0.client == client }) {
            throw .inUse(
                what: "client \(client)", by: "ticket \(ticket), which is not resolved",
                hint: "supportc ticket resolve \(ticket)")
        }
        if let monitor = state.monitors.values.filter({ $0.client == client }).map(\.name).min() {
            throw .inUse(
                what: "client \(client)", by: "monitor \(monitor)",
                hint: "supportc monitor remove \(monitor)")
        }
        return [Event(ClientArchived(client: client))]
    }

    /// The version of the client as it stands; nil when the desk has no such client.
    package func version(in state: State) -> UInt64? { state.clients[client]?.version }
}
