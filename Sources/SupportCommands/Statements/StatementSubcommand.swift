import ArgumentParser
import SupportModel
import SupportWire

/// `supportc statement`.
struct StatementCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "Show what a client is to pay for a cycle, and for what.",
        discussion: """
            The statement of a closed cycle is the same for ever.

            Examples:
              supportc statement acme
              supportc statement 3 --cycle 2026-10 --format html > acme-2026-10.html
            """)

    @Argument(help: "The contract, or the client that has just one.", transform: Reading.contract)
    var contract: ContractReference

    @Option(
        help: ArgumentHelp(
            "The month in which the cycle begins, such as 2026-10, or its number; the one that "
                + "closed last unless said.", valueName: "cycle"),
        transform: Reading.cycle)
    var cycle: CycleReference?

    @Option(
        help: ArgumentHelp("table (unless said), json, csv or html.", valueName: "format"),
        completion: .list(Reading.words(of: StatementFormat.self)), transform: Reading.word)
    var format: StatementFormat?

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if options.quiet, format != nil {
            throw ValidationError("--quiet and --format do not go together; choose one")
        }
        if options.json, format ?? .json != .json {
            throw ValidationError("--json and --format do not go together; choose one")
        }
    }

    func request(_ input: Input) -> StatementShow {
        StatementShow(contract: contract, cycle: cycle)
    }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        var connection = try invocation.connect(options)
        let answer = try connection.call(request(Input(invocation.console)))
        if options.json || format == .json {
            try invocation.print(document: AnswerDocument.of(answer.json))
            return .done
        }
        let statement = try answer.reply
        if options.quiet {
            try invocation.print(lines: identifiers(statement))
            return .done
        }
        let form = try StatementForm(of: statement)
        switch format ?? .table {
        case .table, .json:
            var page = Page(invocation.palette)
            form.show(on: &page)
            try invocation.print(page)
        case .csv: try invocation.print(text: form.csv)
        case .html: try invocation.print(text: form.html)
        }
        return .done
    }

    func show(_ reply: StatementView, on page: inout Page) {
        StatementTable(statement: reply).show(on: &page)
    }

    func identifiers(_ reply: StatementView) -> [String] { ["\(reply.cycle)"] }
}

/// The form in which a statement was made, and so how it is laid out.
///
/// A statement that looks otherwise is another form with a number of its own and renderers of its
/// own: those of an older form are never changed, so that what a client was sent can be printed
/// again, byte for byte.
struct StatementForm {
    private let statement: StatementView

    /// Refuses a form that only a later release knows.
    init(of statement: StatementView) throws(WireError) {
        guard (Statement.formatRemade...Statement.formatNow).contains(statement.format) else {
            throw WireError(
                .refused, "statement-format",
                "the statement has form \(statement.format) and was made by a later release; "
                    + "supportc \(Release.version) knows forms up to \(Statement.formatNow)",
                hint: "use the supportc of that release, or --format json")
        }
        self.statement = statement
    }

    /// Shows it at a terminal.
    func show(on page: inout Page) { StatementTable(statement: statement).show(on: &page) }

    /// As comma-separated values.
    var csv: String { StatementCSV(statement: statement).text }

    /// As a page of HTML.
    var html: String { StatementHTML(statement: statement).text }
}

/// How a statement is laid out.
enum StatementFormat: String, CaseIterable, Sendable {
    /// For people at a terminal.
    case table
    /// One JSON document, as `--json` prints it.
    case json
    /// One table for spreadsheets and programs.
    case csv
    /// One page to print or to send.
    case html
}
