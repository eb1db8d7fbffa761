import ArgumentParser
import SupportClient
import SupportWire

/// `supportc status`.
struct StatusCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show the desk on one screen.",
        discussion: "Example:\n  supportc status --live")

    /// Between two looks with `--live`.
    private static let period = Duration.seconds(2)

    @Flag(help: "Keep showing it, every 2 seconds, until interrupted.")
    var live = false

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if live, options.json || options.quiet {
            throw ValidationError("--live is for people; leave out --json and --quiet")
        }
    }

    func perform(in session: Session) throws -> SupportWire.ExitCode {
        guard live else { return try once(session) }
        guard session.console.outputIsTerminal else {
            throw ValidationError("--live needs a terminal; `supportc status` prints once")
        }
        var connection = try session.connect(options)
        while true {
            let reply = try connection.call(DeskStatus()).reply
            var page = Page(session.palette)
            StatusScreen.show(reply, on: &page)
            try session.console.write(Array(Self.redrawn(page.text).utf8))
            session.console.pause(Self.period)
        }
    }

    private func once(_ session: Session) throws -> SupportWire.ExitCode {
        var connection = try session.connect(options)
        let answer = try connection.call(DeskStatus())
        if options.json {
            try session.print(document: AnswerDocument.of(answer.json))
            return .done
        }
        let reply = try answer.reply
        if options.quiet {
            try session.print(lines: reply.next.map(\.ticket.ticket.description))
        } else {
            var page = Page(session.palette)
            StatusScreen.show(reply, on: &page)
            try session.print(page)
        }
        return .done
    }

    /// Draws over the last screen without a flicker: home, each line to its end, the rest below.
    static func redrawn(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return "\u{1B}[H" + lines.joined(separator: "\u{1B}[K\n") + "\u{1B}[J"
    }
}
