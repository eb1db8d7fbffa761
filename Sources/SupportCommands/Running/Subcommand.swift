import ArgumentParser
import SupportClient
import SupportWire

/// A command that does something, as against one that only groups others.
protocol Subcommand: ParsableCommand {
    /// Does it. Throws what the user is told: a `WireError`, a `ClientFault` or a `ValidationError`.
    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode
}

/// A command that only groups others: given alone it shows them, as a wrong request.
protocol Noun: ParsableCommand {}

/// A subcommand that asks the desk one thing and shows the answer.
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
}

extension RequestCommand {
    func ending(_ reply: Asked.Reply) -> SupportWire.ExitCode { .done }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        try invocation.ask(
            request(Input(invocation.console)), options.reading, options.mutation,
            show: { show($0, on: &$1) }, identifiers: identifiers, ending: ending)
    }
}

/// Asking the desk one thing and showing its answer.
extension Invocation {
    /// Sends a request and prints the answer as the options say: for people, as JSON, or names.
    ///
    /// With `--json` the answer is printed even where a newer daemon says what we do not know.
    func ask<Asked: Request>(
        _ request: Asked, _ reading: ReadOptions, _ mutation: MutationOptions,
        show: (Asked.Reply, inout Page) -> Void, identifiers: (Asked.Reply) -> [String],
        ending: (Asked.Reply) -> SupportWire.ExitCode = { _ in .done }
    ) throws -> SupportWire.ExitCode {
        var connection = try connect(reading)
        let answer = try connection.call(request, options: mutation)
        if reading.json {
            try print(document: AnswerDocument.of(answer.json))
            return (try? answer.reply).map(ending) ?? .done
        }
        let reply = try answer.reply
        if reading.quiet {
            try print(lines: identifiers(reply))
        } else {
            var page = Page(palette)
            show(reply, &page)
            try print(page)
        }
        return ending(reply)
    }
}
