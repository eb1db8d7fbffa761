import ArgumentParser
import SupportModel
import SupportWire

/// `supportc export`.
struct ExportCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "export", "Print time entries or tickets as CSV or JSON Lines.",
        [ExportTimeCommand.self, ExportTicketsCommand.self])
}

/// `supportc export tickets`.
struct ExportTicketsCommand: Subcommand {
    static let configuration = CommandConfiguration.verb(
        "tickets", "Print tickets of every state in order of number.",
        example: "supportc export tickets --client acme --format jsonl")

    @OptionGroup var choice: ExportOptions

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        try choice.print(TicketExport.self, in: invocation, options) {
            (column: TicketColumn, row) in column.cell(row)
        }
        return .done
    }
}

/// `supportc export time`.
struct ExportTimeCommand: Subcommand {
    static let configuration = CommandConfiguration.verb(
        "time", "Print time entries in order of number; voided ones not.",
        example: "supportc export time --client acme --from 2026-10-01 > acme.csv")

    @OptionGroup var choice: ExportOptions

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        try choice.print(TimeExport.self, in: invocation, options) {
            (column: TimeColumn, row) in column.cell(row)
        }
        return .done
    }
}

/// What an export chooses, and how it is written.
struct ExportOptions: ParsableArguments {
    @Option("Only of this contract.", value: "contract", Reading.contract)
    var contract: ContractReference?

    @Option("Only of this client.", value: "client", Reading.name)
    var client: Name<Client>?

    @Option("Only of this day and later.", value: "date", Reading.date)
    var from: CivilDate?

    @Option("Only of this day and earlier.", value: "date", Reading.date)
    var to: CivilDate?

    @Option("csv or jsonl; csv unless said.", value: "format", Reading.word)
    var format = FileFormat.csv

    /// How many rows are asked for at a time.
    static let pageCount = 1000

    /// Prints every page of an export, each as it comes.
    func print<Asked: Export, Column: ImportColumn>(
        _ type: Asked.Type, in invocation: Invocation, _ options: ReadOptions,
        cell: (Column, Asked.Row) -> ExportCell
    ) throws {
        var connection = try invocation.connect(options)
        var output = ExportOutput<Column>(invocation, options, format)
        try output.begin()
        var request = Asked(
            after: nil, contract: contract, client: client, from: from, to: to,
            limit: Self.pageCount)
        while true {
            let answer = try connection.call(request)
            let reply = try answer.reply
            try output.take(
                reply.items, answer.json[member: Asked.Row.plural].map { Array($0.elements) } ?? [],
                cell: cell)
            guard let next = reply.next, request.after.map({ $0 < next }) ?? true else { break }
            request.after = next
        }
        try output.end(Asked.Row.plural)
    }

    func validate() throws {
        if let from, let to, to < from {
            throw ValidationError("--to \(to) is before --from \(from); swap them")
        }
    }
}
