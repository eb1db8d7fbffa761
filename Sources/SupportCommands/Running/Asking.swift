import SupportClient
import SupportWire

/// Asking the desk one thing and showing its answer.
extension Session {
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
