import ArgumentParser
import SupportClient
import SupportWire

/// `supportc watch`.
struct WatchCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Show what happens as it happens, without gaps.",
        discussion: """
            A lost connection is made again every second, for as long as --timeout says, and goes on \
            after the last record that was shown. It ends with 1 where the desk cannot read its journal \
            any further. With --json each record is a document of its own, one a line.

            Example:
              supportc watch --since 1200
            """)

    @Option(
        help: ArgumentHelp(
            "Begin after this record; else with what comes from now on.", valueName: "seq"))
    var since: UInt64?

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in session: Session) throws -> SupportWire.ExitCode {
        var follower = try RecordFollower(
            socketPath: session.socketPath(options), since: since,
            timeout: .milliseconds(options.timeout), pause: session.console.pause)
        while true {
            let step = try follower.next()
            if options.json {
                try session.print(line: AnswerDocument.of(step.json))
            } else if options.quiet {
                try session.print(lines: ["\(step.record.seq)"])
            } else {
                var page = Page(session.palette)
                RecordLines.lines(step.record).forEach { page.line($0) }
                try session.print(page)
            }
        }
    }
}
