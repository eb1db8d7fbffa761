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
        let request = try request(Input(session.console))
        var connection = try session.connect(options.reading)
        let answer = try connection.call(request, options: options.mutation)
        return try print(answer, in: session)
    }

    /// With `--json` the answer is printed even where a newer daemon says what we do not know.
    private func print(
        _ answer: Answer<Asked>, in session: Session
    ) throws -> SupportWire.ExitCode {
        if options.reading.json {
            try session.print(document: AnswerDocument.of(answer.json))
            return (try? answer.reply).map(ending) ?? .done
        }
        let reply = try answer.reply
        if options.reading.quiet {
            try session.print(lines: identifiers(reply))
        } else {
            var page = Page(session.palette)
            show(reply, on: &page)
            try session.print(page)
        }
        return ending(reply)
    }
}
