import ArgumentParser
import SupportModel
import SupportWire

/// `supportc import`.
struct ImportCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "import", "Take in time entries or tickets from a file, all or none.",
        [ImportTimeCommand.self, ImportTicketsCommand.self])
}

/// `supportc import tickets`.
struct ImportTicketsCommand: ImportSubcommand {
    /// What a row says of a ticket.
    typealias Column = TicketColumn
    /// The request with the rows.
    typealias Asked = ImportTickets

    static let configuration = CommandConfiguration.verb(
        "tickets", "Open the tickets of a file, all or none.", details: columns,
        example: "supportc import tickets backlog.jsonl --dry-run")

    @OptionGroup var file: ImportOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    func show(_ reply: ImportTickets.Reply, on page: inout Page) {
        let what = ImportLines(
            "ticket", "tickets", did: "opened", would: "open", isDryRun: reply.dryRun)
        what.show(added: reply.added.map(\.number), unchanged: reply.unchanged.count, on: &page)
    }
}

/// `supportc import time`.
struct ImportTimeCommand: ImportSubcommand {
    /// What a row says of an entry.
    typealias Column = TimeColumn
    /// The request with the rows.
    typealias Asked = ImportTime

    static let configuration = CommandConfiguration.verb(
        "time", "Book the time entries of a file, all or none.", details: columns,
        example: "supportc import time october.csv --dry-run")

    @OptionGroup var file: ImportOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    func show(_ reply: ImportTime.Reply, on page: inout Page) {
        let what = ImportLines(
            "time entry", "time entries", did: "booked", would: "book", isDryRun: reply.dryRun)
        what.show(added: reply.added.map(\.number), unchanged: reply.unchanged.count, on: &page)
        for balance in reply.balances {
            page.line(
                "contract \(balance.contract), \(balance.client): \(BalanceLines.after(balance))")
            let change = reply.changes?.first { $0.contract == balance.contract }
            if let change { Self.show(change, on: &page) }
        }
        for change in reply.onDemand ?? [] {
            if let due = OnDemandWords.due(change) { page.line(due) }
        }
    }

    private static func show(_ change: AccountReply<AffectedContract>, on page: inout Page) {
        page.facts([
            "  others": EntryLines.others(change.effect),
            "  statement": EntryLines.statement(change.effect),
        ])
        for notice in change.notices ?? [] { page.line(BalanceLines.notice(notice)) }
    }
}

/// A subcommand that takes in a file, whose rows are its request.
protocol ImportSubcommand: RequestCommand where Asked: FileImport {
    /// The columns of the file.
    associatedtype Column: ImportColumn
    /// The file, and how it is read.
    var file: ImportOptions { get }
}

extension ImportSubcommand {
    static var showsDryRun: Bool { true }

    /// What the help says of the file.
    static var columns: String {
        "The columns are \(Column.readNames). A row whose key was imported before is left alone."
    }

    func request(_ input: Input) throws -> Asked {
        try file.fitting(Asked(rows: file.rows(of: Column.self, input)))
    }
}

/// What an import did, in words.
struct ImportLines {
    private let one: String
    private let many: String
    private let did: String
    private let would: String
    private let isDryRun: Bool

    /// The things that were imported, and what was done, or would be, with them.
    init(_ one: String, _ many: String, did: String, would: String, isDryRun: Bool) {
        (self.one, self.many, self.did, self.would) = (one, many, did, would)
        self.isDryRun = isDryRun
    }

    /// Adds `3 time entries booked: 41-43`, and how many were there already.
    func show(added: [Int], unchanged: Int, on page: inout Page) {
        let count = Words.count(added.count, one, many)
        if isDryRun {
            page.line("would \(would) \(count)")
        } else {
            page.line("\(count) \(did)\(Self.numbers(added))")
        }
        guard unchanged > 0 else { return }
        page.line("\(Words.count(unchanged, one, many)) there already, left alone")
    }

    /// `: 41-43`: an import numbers what it adds without gaps.
    private static func numbers(_ numbers: [Int]) -> StyledText {
        guard let first = numbers.min(), let last = numbers.max() else { return "" }
        return first == last ? ": \(first, .strong)" : ": \(first, .strong)-\(last, .strong)"
    }
}

/// The file that an import reads, and how.
struct ImportOptions: ParsableArguments {
    @Argument(
        help: "The file; - reads standard input.", completion: .file(), transform: Reading.text)
    var file: String

    @Option(
        "csv or jsonl; what the file's name ends in unless said.", value: "format",
        oneOf: FileFormat.self)
    var format: FileFormat?

    func validate() throws {
        guard format != nil || FileFormat(fileName: file) != nil else {
            throw ValidationError("say --format csv or --format jsonl; the file's name does not")
        }
    }

    /// The rows of the file; throws the mistakes that are in it.
    func rows<Column: ImportColumn>(
        of: Column.Type, _ input: Input
    ) throws -> [ImportRow] {
        let bytes = try input.file(file)
        do {
            switch format ?? FileFormat(fileName: file) ?? .csv {
            case .csv: return try CSVRows<Column>.read(bytes)
            case .jsonl: return try JSONLinesRows<Column>.read(bytes)
            }
        } catch {
            throw error.error(of: file == "-" ? "standard input" : file)
        }
    }

    /// The request, unless it is longer than one line may be: the desk would hang up on it.
    func fitting<Asked: Request>(_ request: Asked) throws -> Asked {
        let room = Asked.method.lineBytesMax - 1024
        guard ReplyLine.encoded(request).bytes.count <= room else {
            throw ValidationError(
                "the rows take more than \(room) bytes; import them in several files, "
                    + "each of which is all or nothing")
        }
        return request
    }
}
