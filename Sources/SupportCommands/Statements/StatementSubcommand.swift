import ArgumentParser
import SupportModel
import SupportWire

/// `supportc statement`.
struct StatementCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "statement",
        abstract: "Show what a client is to pay for a cycle or a month, and for what.",
        discussion: """
            The statement of a closed cycle is the same for ever. With --month it is that of the \
            client's work on demand, which no contract pays for.

            Examples:
              supportc statement acme
              supportc statement acme --month 2026-11
              supportc statement 3 --cycle 2026-10 --format html > acme-2026-10.html
            """)

    @Argument var contract: ContractReference

    @Option(
        help: ArgumentHelp(
            "The month in which the cycle begins, such as 2026-10, or its number; the one that "
                + "closed last unless said.", valueName: "cycle"),
        transform: Reading.cycle)
    var cycle: CycleReference?

    @Option(
        "The month of the client's work on demand, such as 2026-11.", value: "month", Reading.month)
    var month: CivilMonth?

    @Option(
        help: ArgumentHelp("table (unless said), json, csv or html.", valueName: "format"),
        completion: .list(Reading.words(of: LayoutFormat.self)), transform: Reading.word)
    var format: LayoutFormat?

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if options.quiet, format != nil {
            throw ValidationError("--quiet and --format do not go together; choose one")
        }
        if month != nil, cycle != nil {
            throw ValidationError(
                "--month is for work on demand and --cycle for a contract; choose one")
        }
        if month != nil, case .number(let number) = contract {
            throw ValidationError(
                "--month shows a client's work on demand: name the client instead of contract "
                    + "\(number)")
        }
        if options.json, format ?? .json != .json {
            throw ValidationError("--json and --format do not go together; choose one")
        }
    }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        if let month, case .client(let client) = contract {
            return try show(
                StatementMonth(client: client, month: month), in: invocation,
                identifier: \.month.description
            ) { try OnDemandForm(of: $0) }
        }
        return try show(
            StatementShow(contract: contract, cycle: cycle), in: invocation,
            identifier: \.cycle.description
        ) { try StatementForm(of: $0) }
    }

    private func show<Asked: Request>(
        _ request: Asked, in invocation: Invocation, identifier: (Asked.Reply) -> String,
        _ layout: (Asked.Reply) throws -> any Layout
    ) throws -> SupportWire.ExitCode {
        var connection = try invocation.connect(options)
        let answer = try connection.call(request)
        if options.json || format == .json {
            try invocation.print(document: AnswerDocument.of(answer.json))
            return .done
        }
        let statement = try answer.reply
        if options.quiet {
            try invocation.print(lines: [identifier(statement)])
            return .done
        }
        let form = try layout(statement)
        switch format ?? .table {
        case .table, .json:
            var page = Page(invocation.screen)
            form.show(on: &page)
            try invocation.print(page)
        case .csv: try invocation.print(text: form.csv)
        case .html: try invocation.print(text: form.html)
        }
        return .done
    }
}

/// The form in which a statement was made, and so how it is laid out.
///
/// A statement that looks otherwise is another form with a number of its own and renderers of its
/// own: those of an older form are never changed, so that what a client was sent can be printed
/// again, byte for byte.
struct StatementForm: Layout {
    private let statement: StatementView

    /// Refuses a form that only a later release knows.
    init(of statement: StatementView) throws(WireError) {
        guard (Statement.formatRemade...Statement.formatNow).contains(statement.format) else {
            throw .statementForm(statement.format, upTo: Statement.formatNow)
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

extension WireError {
    /// A statement was made in a form that only a later release knows.
    static func statementForm(_ form: Int, upTo known: Int) -> WireError {
        WireError(
            .refused, "statement-format",
            "the statement has form \(form) and was made by a later release; "
                + "supportc \(Release.version) knows forms up to \(known)",
            hint: "use the supportc of that release, or --format json")
    }
}
