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
typealias ExportTicketsCommand = ExportRowsCommand<TicketColumn>

extension TicketColumn {
    static let configuration = CommandConfiguration.verb(
        "tickets", "Print tickets of every state in order of number.",
        example: "supportc export tickets --client acme --format jsonl")
}

/// `supportc export time`.
typealias ExportTimeCommand = ExportRowsCommand<TimeColumn>

extension TimeColumn {
    static let configuration = CommandConfiguration.verb(
        "time", "Print time entries in order of number; voided ones not.",
        example: "supportc export time --client acme --from 2026-10-01 > acme.csv")
}

/// A subcommand that prints all things of a kind as a file has them, in its columns.
struct ExportRowsCommand<Column: ExportColumn>: Subcommand {
    static var configuration: CommandConfiguration { Column.configuration }

    @OptionGroup var choice: ExportOptions

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        try choice.print(Column.self, in: invocation, options)
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
    fileprivate func print<Column: ExportColumn>(
        _ columns: Column.Type, in invocation: Invocation, _ options: ReadOptions
    ) throws {
        var connection = try invocation.connect(options)
        var output = ExportOutput<Column>(invocation, options, format)
        try output.begin()
        var request = Export<Column.Kind>(
            contract: contract, client: client, from: from, to: to,
            limit: Self.pageCount)
        while true {
            let answer = try connection.call(request)
            let reply = try answer.reply
            let json = answer.json[member: Column.Kind.Row.plural].map { Array($0.elements) } ?? []
            try output.take(reply.items, json)
            guard let next = reply.next, request.after.map({ $0 < next }) ?? true else { break }
            request.after = next
        }
        try output.end(Column.Kind.Row.plural)
    }

    func validate() throws {
        if let from, let to, to < from {
            throw ValidationError("--to \(to) is before --from \(from); swap them")
        }
    }
}
