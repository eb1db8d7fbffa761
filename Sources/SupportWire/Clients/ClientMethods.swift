package import SupportModel

extension AddClient: Request {
    package static let method = Method<ClientView>.write("client.add", for: .manage)
}

extension ChangeClient: Request {
    package static let method = Method<ClientView>.write("client.set", for: .manage)
}

extension NoteClient: Request {
    package static let method = Method<ClientView>.write(
        "client.note", for: .work, carries: .longText)
}

extension ArchiveClient: Request {
    package static let method = Method<ClientView>.write("client.archive", for: .manage)
}

extension RestoreClient: Request {
    package static let method = Method<ClientView>.write("client.restore", for: .manage)
}

/// Lists clients in order of their short names.
package struct ClientList: Request {
    package static let method = Method<Listing<ClientView>>.read("client.list", .long)

    /// Whether archived ones are listed too; they are left out by default.
    package var archived: Bool?

    package init(archived: Bool? = nil) {
        self.archived = archived
    }
}

/// Shows a client and its contracts.
package struct ClientShow: Request {
    package static let method = Method<Reply>.read("client.show", .long)

    /// The client to show, archived or not.
    package var client: Name<Client>

    package init(client: Name<Client>) {
        self.client = client
    }

    /// A client with what it has at the desk.
    package struct Reply: View {
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
        package var notes: [ClientNote]?
        /// The months of its work on demand, in order; missing for none (R4).
        package var onDemand: [OnDemandMonthView]?

        /// What callers see of a client with what it has; empty lists of `missingAccess` and
        /// `onDemand` are left out.
        package init(
            _ client: Client, contracts: [ContractView], liveTickets: Int, monitors: Int,
            missingAccess: [MissingCredentials], onDemand: [OnDemandMonthView]
        ) {
            self.client = ClientView(client)
            self.contracts = contracts
            self.liveTickets = liveTickets
            self.monitors = monitors
            self.missingAccess = missingAccess.isEmpty ? nil : missingAccess
            notes = client.notes
            self.onDemand = onDemand.isEmpty ? nil : onDemand
        }
    }
}

/// A client as the protocol shows it.
package struct ClientView: Listed {
    package static let plural = "clients"

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
    /// The language of mail to it; missing: the configuration's.
    package var language: NoticeLanguage?
}

extension ClientView {
    /// What callers see of a client.
    package init(_ client: Client) {
        self.init(
            client: client.name, name: client.title, zone: client.zone, mails: client.mails,
            archived: client.archived, addedAt: client.addedAt, version: client.version,
            language: client.language)
    }
}
