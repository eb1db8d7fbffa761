import ArgumentParser
import SupportModel
import SupportWire

/// `supportc client`.
struct ClientCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "client", "The clients of the agency.",
        [
            ClientAddCommand.self, ClientSetCommand.self, ClientShowCommand.self,
            ClientListCommand.self, ClientNoteCommand.self, ClientArchiveCommand.self,
            ClientRestoreCommand.self,
        ])
}

/// `supportc client add`.
struct ClientAddCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "add", "Take on a client.",
        example: "supportc client add acme --name 'Acme Outdoor GmbH' --zone Europe/Berlin")

    @Argument(new: "The short name of the client.", transform: Reading.name)
    var client: Name<Client>

    @Option("What people read.", value: "text")
    var name: String

    @Option("The zone its contracts count days in; UTC unless said.", value: "zone", Reading.zone)
    var zone: ZoneName?

    @Option(
        named: "mail", "An address that its mail comes from; may be repeated.", value: "address")
    var mails: [String] = []

    @Option(
        "The language of mail to it: en, uk or de; the configuration's unless said.",
        value: "language", oneOf: NoticeLanguage.self)
    var language: NoticeLanguage?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> AddClient {
        AddClient(
            client: client, name: name, zone: zone, mails: mails.isEmpty ? nil : mails,
            language: language)
    }

    func show(_ reply: ClientView, on page: inout Page) {
        page.line("client \(reply.client, .strong) added: \(reply.name), \(reply.zone)")
    }
}

/// `supportc client set`.
struct ClientSetCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "set", "Change what a client is called, where it is, or its addresses.",
        example: "supportc client set acme --mail it@acme.example --mail shop@acme.example")

    @Argument var client: Name<Client>

    @Option("What people read.", value: "text")
    var name: String?

    @Option("The zone of contracts signed from now on.", value: "zone", Reading.zone)
    var zone: ZoneName?

    @Option(named: "mail", "An address; all those given replace the old ones.", value: "address")
    var mails: [String] = []

    @Flag(help: "Take all addresses away.")
    var noMail = false

    @Option(
        "The language of mail to it: en, uk or de.", value: "language", oneOf: NoticeLanguage.self)
    var language: NoticeLanguage?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if name == nil, zone == nil, mails.isEmpty, !noMail, language == nil {
            throw ValidationError(
                "nothing to change; give --name, --zone, --mail, --no-mail or --language")
        }
        if noMail, !mails.isEmpty {
            throw ValidationError("--mail and --no-mail do not go together; choose one")
        }
    }

    func request(_ input: Input) -> ChangeClient {
        ChangeClient(
            client: client, name: name, zone: zone, mails: noMail || !mails.isEmpty ? mails : nil,
            language: language)
    }

    func show(_ reply: ClientView, on page: inout Page) {
        page.line("client \(reply.client, .strong) changed: \(reply.name), \(reply.zone)")
    }
}

/// `supportc client show`.
struct ClientShowCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "show", "Show a client and its contracts.", example: "supportc client show acme")

    @Argument var client: Name<Client>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ClientShow { ClientShow(client: client) }

    func show(_ reply: ClientShow.Reply, on page: inout Page) {
        let client = reply.client
        page.line("client \(client.client, .strong): \(client.name)")
        page.facts([
            "zone": "\(client.zone)",
            "mail": "\(Words.list(client.mails))",
            "language": client.language.map { "\($0.rawValue)" },
            "since": "\(Words.minuteAndDistance(client.addedAt))",
            "archived": client.archived ? "yes" : nil,
            "tickets": "\(reply.liveTickets) open",
            "monitors": "\(reply.monitors)",
            "on demand": reply.onDemand.map { "\(Words.list($0.map(OnDemandWords.month)))" },
            "access": reply.missingAccess.map(CredentialRows.missing),
            "version": "\(client.version)",
        ])
        if !reply.contracts.isEmpty {
            page.heading("contracts")
            page.table(ContractRows.table(reply.contracts), none: "")
        }
        guard let notes = reply.notes else { return }
        page.heading("notes")
        for note in notes {
            page.line("\(Words.minute(note.at))  \(note.by.description, .strong)")
            page.block(note.text)
        }
    }

    func identifiers(_ reply: ClientShow.Reply) -> [String] { [reply.client.client.text] }
}

/// `supportc client note`.
struct ClientNoteCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "note", "Write a note on a client.", details: EditedText.details,
        example: "supportc client note acme 'call Ann, never before ten'")

    @Argument var client: Name<Client>

    @OptionGroup var note: NoteArgument

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> NoteClient {
        NoteClient(
            client: client,
            text: try note.written(
                on: "client \(client)", input, for: Self.self, ["client", "note"]))
    }

    func show(_ reply: ClientView, on page: inout Page) {
        page.line("note written on client \(reply.client, .strong)")
    }
}

/// `supportc client list`.
struct ClientListCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "list", "List the clients.", example: "supportc client list --archived")

    @Flag(help: "List archived ones too.")
    var archived = false

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ClientList { ClientList(archived: archived ? true : nil) }

    func show(_ reply: ClientList.Reply, on page: inout Page) {
        var table = Table(
            "clients",
            [
                .text("CLIENT", .cut(least: 12)), .text("NAME", .cut(least: 20)),
                .text("ZONE", goes: 1),
                .text("MAIL", .cut(least: 20), goes: 2), .text(""),
            ])
        for client in reply.items {
            table.row(
                "\(client.client, .strong)", "\(client.name)", "\(client.zone)",
                "\(Words.list(client.mails))", client.archived ? "archived" : "")
        }
        page.table(table, none: "no clients")
    }
}

/// `supportc client archive`.
struct ClientArchiveCommand: EndingCommand {
    static let configuration = CommandConfiguration.verb(
        "archive", "Stop doing anything new for a client.", example: "supportc client archive acme")

    @Argument var client: Name<Client>

    @OptionGroup var confirmation: ConfirmationOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    var act: String { "archive client \(client)" }

    func request(_ input: Input) -> ArchiveClient { ArchiveClient(client: client) }

    func show(_ reply: ClientView, on page: inout Page) {
        page.line("client \(reply.client, .strong) archived")
    }
}

/// `supportc client restore`.
struct ClientRestoreCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "restore", "Take an archived client up again.", example: "supportc client restore acme")

    @Argument var client: Name<Client>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> RestoreClient { RestoreClient(client: client) }

    func show(_ reply: ClientView, on page: inout Page) {
        page.line("client \(reply.client, .strong) restored")
    }
}
