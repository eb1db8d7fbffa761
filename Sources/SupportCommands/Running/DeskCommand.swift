import ArgumentParser
import SupportClient
import SupportWire

/// A subcommand that asks the desk one thing and shows the answer.
protocol DeskCommand: Subcommand {
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
}

extension DeskCommand {
    func ending(_ reply: Asked.Reply) -> SupportWire.ExitCode { .done }

    func perform(in session: Session) throws -> SupportWire.ExitCode {
        try session.ask(
            request(Input(session.console)), options.reading, options.mutation,
            show: { show($0, on: &$1) }, identifiers: identifiers, ending: ending)
    }
}
