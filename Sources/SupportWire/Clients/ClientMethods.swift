package import SupportModel

extension AddClient: Request {
    package static let method = "client.add"
    package static let permission = Permission.write

    package typealias Reply = ClientView
}

extension ChangeClient: Request {
    package static let method = "client.set"
    package static let permission = Permission.write

    package typealias Reply = ClientView
}

extension NoteClient: Request {
    package static let method = "client.note"
    package static let permission = Permission.write
    /// 1 MiB, for a note may take the greater part of a line.
    package static let lineBytesMax = WireLimits.longLineBytesMax

    package typealias Reply = ClientView
}

extension ArchiveClient: Request {
    package static let method = "client.archive"
    package static let permission = Permission.write

    package typealias Reply = ClientView
}

/// Lists clients by name.
package struct ClientList: Request {
    package static let method = "client.list"
    package static let permission = Permission.read
    package static let cost = Cost.long
    /// Whether archived ones are listed too; they are not unless said.
    package var archived: Bool?

    package init(archived: Bool? = nil) {
        self.archived = archived
    }

    /// The clients.
    package struct Reply: Codable, Hashable, Sendable {
        /// The clients that were asked for, in order of their short names.
        package var clients: [ClientView]

        package init(clients: [ClientView]) {
            self.clients = clients
        }
    }
}

/// Shows a client and its contracts.
package struct ClientShow: Request {
    package static let method = "client.show"
    package static let permission = Permission.read
    package static let cost = Cost.long
    /// The client to show, archived or not.
    package var client: Name<Client>

    package init(client: Name<Client>) {
        self.client = client
    }

    /// A client with what it has at the desk.
    package struct Reply: Codable, Hashable, Sendable {
        /// The client that was asked for.
        package var client: ClientView
        /// All its contracts, ended ones included.
        package var contracts: [ContractView]
        /// Tickets that want work.
        package var liveTickets: Int
        /// How many monitors are set up for it, paused ones included.
        package var monitors: Int
        /// Which accesses its projects still owe, by project (R6); missing where all are there.
        package var missingAccess: [MissingCredentials]?
        /// What people wrote down about it, oldest first; missing for nothing.
        package var notes: [ClientNoteView]?

        package init(
            client: ClientView, contracts: [ContractView], liveTickets: Int, monitors: Int,
            missingAccess: [MissingCredentials]? = nil, notes: [ClientNoteView]? = nil
        ) {
            self.client = client
            self.contracts = contracts
            self.liveTickets = liveTickets
            self.monitors = monitors
            self.missingAccess = missingAccess
            self.notes = notes
        }
    }
}

/// A client as the protocol shows it.
package struct ClientView: Codable, Hashable, Sendable {
    /// The short name by which commands call the client.
    package var client: Name<Client>
    /// What people read: `Acme Outdoor GmbH`.
    package var name: String
    /// The zone in which its contracts count days, unless they were signed under another.
    package var zone: ZoneName
    /// Addresses that its mail comes from; empty where none is known.
    package var mails: [String]
    /// True when nothing new is done for it.
    package var archived: Bool
    /// When the desk took it on.
    package var addedAt: Instant
    /// The sequence number of the record that last changed the client; `if_version` wants it.
    package var version: UInt64

    /// What callers see of a client.
    package init(_ client: Client) {
        self.client = client.name
        name = client.title
        zone = client.zone
        mails = client.mails
        archived = client.archived
        addedAt = client.addedAt
        version = client.version
    }
}

/// A note on a client as the protocol shows it.
package struct ClientNoteView: Codable, Hashable, Sendable {
    package var at: Instant
    package var by: Principal
    package var text: String

    /// What callers see of a note.
    package init(_ note: ClientNote) {
        at = note.at
        by = note.by
        text = note.text
    }
}
