/// A command that changes a client, which its answer shows.
package protocol ClientCommand: Command where Made == Name<Client> {
    /// The client that it changes.
    var client: Name<Client> { get }
}

extension ClientCommand {
    /// The version of what is changed; nil where the desk has no such thing.
    package func version(in state: State) -> UInt64? { state.clients[client]?.version }
}

/// Adds a client.
package struct AddClient: Command, Codable {
    package typealias Made = Name<Client>

    /// The name that callers will use; refused when it is taken.
    package var client: Name<Client>
    /// The title that people read: `Acme Outdoor GmbH`; one line.
    package var name: String
    /// The zone in which its contracts will count days; refused when the host has no data of it.
    package var zone: ZoneName?
    /// Addresses that its mail comes from; may be none.
    package var mails: [String]?
    /// The language of mail to it; nil: the configuration's.
    package var language: NoticeLanguage?

    package init(
        client: Name<Client>, name: String, zone: ZoneName? = nil, mails: [String]? = nil,
        language: NoticeLanguage? = nil
    ) {
        (self.client, self.name, self.zone, self.mails) = (client, name, zone, mails)
        self.language = language
    }

    /// One `ClientAdded`; refused for a value that is not allowed.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        guard state.clients[client] == nil else { throw .exists(.client, client.text) }
        let zone = zone ?? .utc
        _ = try context.zone(zone)
        return Decision(
            client,
            ClientAdded(
                client: client, title: try BoundedText.line(name, .clientName),
                zone: zone, mails: try MailAddress.list(mails ?? []), language: language))
    }
}

/// Changes the title, the zone, the mail addresses or the language of a client.
package struct ChangeClient: ClientCommand, Codable {
    package var client: Name<Client>
    /// The title that people read; nil: as before.
    package var name: String?
    /// The zone in which contracts signed from now on count days; nil: as before.
    package var zone: ZoneName?
    /// All the addresses that its mail comes from; nil: as before.
    package var mails: [String]?
    /// The language of mail to it; nil: as before.
    package var language: NoticeLanguage?

    package init(
        client: Name<Client>, name: String? = nil, zone: ZoneName? = nil, mails: [String]? = nil,
        language: NoticeLanguage? = nil
    ) {
        (self.client, self.name, self.zone, self.mails) = (client, name, zone, mails)
        self.language = language
    }

    /// One `ClientChanged`, and with another zone a `MonthOpened` for each open month of work on
    /// demand, which then ends there; refused when nothing would change or a value is not allowed.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.client(client)
        guard name != nil || zone != nil || mails != nil || language != nil else {
            throw .nothingToChange
        }
        if let name { _ = try BoundedText.line(name, .clientName) }
        if let zone { _ = try context.zone(zone) }
        if let mails { _ = try MailAddress.list(mails) }
        var events = [
            Event(
                ClientChanged(
                    client: client, title: name, zone: zone, mails: mails, language: language))
        ]
        if let zone, zone != found.zone {
            for month in state.onDemand[client]?.open ?? [] {
                let moved = try state.opening(month.month, of: client, in: zone, context)
                events.append(Event(moved))
            }
        }
        return Decision(client, events)
    }
}

/// Archives a client: no new work may be added. Existing records stay.
package struct ArchiveClient: ClientCommand, Codable {
    /// The client to archive; refused when it is already.
    package var client: Name<Client>

    /// For the client of a name.
    package init(client: Name<Client>) { self.client = client }

    /// One `ClientArchived`; refused while a contract runs, a ticket is live or a monitor is
    /// active.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.client(client)
        guard !found.archived else { throw .clientArchived(client) }
        if let contract = state.contractsInForce(of: client).first?.number {
            throw .inUse(.client(client), by: .contract(contract))
        }
        if let ticket = state.liveTickets.of(client).first {
            throw .inUse(.client(client), by: .ticket(ticket))
        }
        if let monitor = state.monitors.values.filter({ $0.client == client }).map(\.name).min() {
            throw .inUse(.client(client), by: .monitor(monitor))
        }
        return Decision(client, ClientArchived(client: client))
    }
}

/// Takes an archived client up again: new things are done for it as before.
package struct RestoreClient: ClientCommand, Codable {
    /// The client to restore; refused unless it is archived.
    package var client: Name<Client>

    /// For the client of a name.
    package init(client: Name<Client>) { self.client = client }

    /// One `ClientRestored`; refused for a client that is not archived.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        guard try state.client(client).archived else { throw .clientNotArchived(client) }
        return Decision(client, ClientRestored(client: client))
    }
}

/// Writes a note on a client, archived or not.
package struct NoteClient: ClientCommand, Codable {
    package var client: Name<Client>
    /// 1 to `Limits.bodyCharactersMax` characters, not blank; may have many lines.
    package var text: String

    package init(client: Name<Client>, text: String) {
        (self.client, self.text) = (client, text)
    }

    /// One `ClientNoted`; refused for a blank or an overlong text.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.client(client)
        let text = try BoundedText.note(text)
        guard (found.notes ?? []).count < Limits.clientNotesMax else {
            throw .invalid(.note, .text(.tooManyNotes))
        }
        return Decision(client, ClientNoted(client: client, text: text))
    }
}
