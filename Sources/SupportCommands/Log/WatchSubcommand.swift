import ArgumentParser
import SupportClient
import SupportModel
import SupportWire

/// `supportc watch`.
struct WatchCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Show what happens as it happens, without gaps.",
        discussion: """
            A lost connection is made again every second, for as long as --timeout says, and goes on \
            after the last record that was shown; standard error says when the desk is away and when \
            it is back. It ends with 1 where the desk cannot read its journal any further. With --json \
            each record is a document of its own, one a line.

            Example:
              supportc watch --client acme --level 1 --level 2 --since yesterday
            """)

    @Option(
        "Begin after this record, or from a day, an instant or so long ago: 1200, 2026-11-23, "
            + "yesterday, 2h; else with what comes from now on.", value: "since", LogStart.read)
    var since: LogStart?

    @Option("End after so long, also while the desk is away.", value: "span", Reading.span)
    var `for`: Int?

    @Option("End after so many records.", value: "number", Reading.integer(1...Self.countMax))
    var count: Int?

    @OptionGroup var chosen: EventOptions

    @OptionGroup(title: "General options") var options: ReadOptions

    /// The most records that a watch can be told to end after.
    static let countMax = 1_000_000_000

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        let invocation = invocation.withoutPager
        var request = EventsWatch(since: try begin(in: invocation))
        chosen.choose(in: &request)
        var follower = try RecordFollower(
            socketPath: invocation.socketPath(options), request,
            timeout: .milliseconds(options.timeout), length: `for`.map { .milliseconds($0) },
            pause: invocation.console.pause,
            notice: { invocation.console.complain(Self.words($0)) })
        var lines = RecordLines()
        var left = count ?? .max
        while left > 0, let step = try follower.next() {
            try show(step, &lines, in: invocation)
            left -= 1
        }
        return .done
    }

    /// The record after which it begins; nil for with what comes from now on.
    private func begin(in invocation: Invocation) throws -> UInt64? {
        guard let since else { return nil }
        if case .record(let sequence) = since { return sequence }
        var connection = try invocation.connect(options)
        return try since.record(&connection, invocation.screen.zone)
    }

    private func show(
        _ step: RecordFollower.Step, _ lines: inout RecordLines, in invocation: Invocation
    ) throws {
        if options.json {
            try invocation.print(line: AnswerDocument.of(step.json))
        } else if options.quiet {
            try invocation.print(lines: ["\(step.record.seq)"])
        } else {
            var page = Page(invocation.screen)
            lines.lines([step.record]).forEach { page.line($0) }
            try invocation.print(page)
        }
    }

    private static func words(_ change: RecordFollower.Change) -> String {
        switch change {
        case .away: "supportc: the desk is away; it is tried again every second\n"
        case .back(let after): "supportc: the desk is back; going on after record \(after)\n"
        }
    }
}
