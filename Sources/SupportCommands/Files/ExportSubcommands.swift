import ArgumentParser
import SupportModel
import SupportWire

/// `supportc export`.
struct ExportCommand: Noun {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print time entries or tickets as CSV or JSON Lines.",
        subcommands: [ExportTimeCommand.self, ExportTicketsCommand.self])
}

/// `supportc export tickets`.
struct ExportTicketsCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "tickets", abstract: "Print tickets of every state in order of number.",
        discussion: "Example:\n  supportc export tickets --client acme --format jsonl")

    @OptionGroup var choice: ExportOptions

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        var connection = try invocation.connect(options)
        var output = ExportOutput<TicketColumn>(invocation, options, choice.format)
        try output.begin()
        var request = TicketExport(
            contract: choice.contract, client: choice.client, from: choice.from, to: choice.to,
            limit: ExportOptions.pageCount)
        while true {
            let answer = try connection.call(request)
            let reply = try answer.reply
            try output.take(
                reply.tickets, answer.json[member: "tickets"].map { Array($0.elements) } ?? [],
                number: \.ticket.ticket.number, cell: { $0.cell($1) })
            guard let next = reply.next, request.after.map({ $0 < next }) ?? true else { break }
            request.after = next
        }
        try output.end("tickets")
        return .done
    }
}

/// `supportc export time`.
struct ExportTimeCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "time", abstract: "Print time entries in order of number; voided ones not.",
        discussion: "Example:\n  supportc export time --client acme --from 2026-10-01 > acme.csv")

    @OptionGroup var choice: ExportOptions

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        var connection = try invocation.connect(options)
        var output = ExportOutput<TimeColumn>(invocation, options, choice.format)
        try output.begin()
        var request = TimeExport(
            contract: choice.contract, client: choice.client, from: choice.from, to: choice.to,
            limit: ExportOptions.pageCount)
        while true {
            let answer = try connection.call(request)
            let reply = try answer.reply
            try output.take(
                reply.entries, answer.json[member: "entries"].map { Array($0.elements) } ?? [],
                number: \.entry.entry.number, cell: { $0.cell($1) })
            guard let next = reply.next, request.after.map({ $0 < next }) ?? true else { break }
            request.after = next
        }
        try output.end("entries")
        return .done
    }
}

/// What an export chooses, and how it is written.
struct ExportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only of this contract.", valueName: "contract"),
        transform: Reading.contract)
    var contract: ContractReference?

    @Option(
        help: ArgumentHelp("Only of this client.", valueName: "client"), transform: Reading.name)
    var client: Name<Client>?

    @Option(
        help: ArgumentHelp("Only of this day and later.", valueName: "date"),
        transform: Reading.date)
    var from: CivilDate?

    @Option(
        help: ArgumentHelp("Only of this day and earlier.", valueName: "date"),
        transform: Reading.date)
    var to: CivilDate?

    @Option(
        help: ArgumentHelp("csv or jsonl; csv unless said.", valueName: "format"),
        transform: Reading.word)
    var format = FileFormat.csv

    /// How many rows are asked for at a time.
    static let pageCount = 1000

    func validate() throws {
        if let from, let to, to < from {
            throw ValidationError("--to \(to) is before --from \(from); swap them")
        }
    }
}
