import ArgumentParser
import SupportWire

/// A command that does something, as against one that only groups others.
protocol Subcommand: ParsableCommand {
    /// Does it. Throws what is reported to the user: a `WireError`, a `ClientFault` or a `ValidationError`.
    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode
}

/// A command that only groups others: given alone it shows them, as a wrong request.
protocol Noun: ParsableCommand {}

/// A subcommand that sends one request and shows the answer.
protocol RequestCommand: Subcommand {
    /// What it asks.
    associatedtype Asked: Request
    /// Whether it reads or changes.
    associatedtype Options: CallOptions
    /// The options of every such command.
    var options: Options { get }
    /// The request that the arguments make; `input` reads texts given as `-`.
    func request(_ input: Input) throws -> Asked
    /// Shows the answer to people.
    func show(_ reply: Asked.Reply, on page: inout Page)
    /// What `-q` prints, one a line.
    func identifiers(_ reply: Asked.Reply) -> [String]
    /// How the program ends after this answer; `done` unless said.
    func ending(_ reply: Asked.Reply) -> SupportWire.ExitCode
    /// Whether `show` says of a dry run what would be done; false unless said.
    static var showsDryRun: Bool { get }
}

extension RequestCommand {
    func ending(_ reply: Asked.Reply) -> SupportWire.ExitCode { .done }

    static var showsDryRun: Bool { false }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        try ask(in: invocation)
    }

    /// Sends the request and shows the answer.
    func ask(in invocation: Invocation) throws -> SupportWire.ExitCode {
        try invocation.ask(
            request(Input(invocation.console)), options, showsDryRun: Self.showsDryRun,
            show: { show($0, on: &$1) }, identifiers: identifiers, ending: ending)
    }
}

/// A table of everything there is of a kind.
protocol ListedTable {
    /// What asks for it; the request has no parameters.
    associatedtype Asked: Request where Asked.Reply == Listing<Item>
    /// What has a row.
    associatedtype Item: Listed & Identified
    /// The subcommand that shows it.
    static var configuration: CommandConfiguration { get }
    /// The request.
    static var request: Asked { get }
    /// What is said where there is nothing.
    static var none: StyledText { get }
    /// The table.
    static func table(_ items: [Item]) -> Table
}

/// A subcommand that shows everything there is of a kind, and takes no arguments of its own.
struct ListCommand<Shown: ListedTable>: RequestCommand {
    static var configuration: CommandConfiguration { Shown.configuration }

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> Shown.Asked { Shown.request }

    func show(_ reply: Listing<Shown.Item>, on page: inout Page) {
        page.table(Shown.table(reply.items), none: Shown.none)
    }
}
