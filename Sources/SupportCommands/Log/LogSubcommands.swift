import ArgumentParser
import SupportClient
import SupportJSON
import SupportModel
import SupportWire

/// `supportc log`.
struct LogCommand: Subcommand {
    static let configuration = CommandConfiguration.verb(
        "log", "List what happened, oldest first.",
        example: "supportc log --client acme --type ticket --last 20")

    /// How many of the newest records are listed unless something is said.
    static let lastDefault = 50
    /// How many records are asked for at a time.
    private static let pageCount = 1000

    @Option(
        "Everything after this record, or from a date, an instant or so long ago: 1200, 2026-11-23, "
            + "2026-11-23T09:00:00Z, 2h.", value: "since", LogStart.read)
    var since: LogStart?

    @Option(
        "The newest so many; 50 unless said, or all with --since.", value: "number",
        Reading.integer(1...WireLimits.listCountMax))
    var last: Int?

    @Option("Only these events: ticket, or ticket.opened.", value: "type")
    var type: String?

    @Option("Only about this ticket.", value: "ticket", Reading.number)
    var ticket: Identifier<Ticket>?

    @Option("Only about this client.", value: "client", Reading.name)
    var client: Name<Client>?

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        let newest = last ?? (since == nil ? Self.lastDefault : nil)
        var connection = try invocation.connect(options)
        var pages = LogPages(printing: options, newest: newest)
        var request = LogList(
            since: since?.sequence, from: since?.instant, within: since?.span, type: type,
            ticket: ticket, client: client,
            last: newest == nil ? nil : true, limit: newest ?? Self.pageCount)
        while true {
            let answer = try connection.call(request)
            let reply = try answer.reply
            try pages.take(reply, answer.json, in: invocation)
            guard let next = reply.next, next > request.since ?? 0 else { break }
            request.since = next
            request.last = nil
        }
        try pages.end(in: invocation)
        return .done
    }
}

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

    @Option("Begin after this record; else with what comes from now on.", value: "seq")
    var since: UInt64?

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        var follower = try RecordFollower(
            socketPath: invocation.socketPath(options), since: since,
            timeout: .milliseconds(options.timeout), pause: invocation.console.pause)
        while true {
            let step = try follower.next()
            if options.json {
                try invocation.print(line: AnswerDocument.of(step.json))
            } else if options.quiet {
                try invocation.print(lines: ["\(step.record.seq)"])
            } else {
                var page = Page(invocation.palette)
                RecordLines.lines(step.record).forEach { page.line($0) }
                try invocation.print(page)
            }
        }
    }
}

/// A record of the journal, a line for each of its events.
enum RecordLines {
    static func lines(_ record: LoggedRecord) -> [StyledText] {
        record.events.map { event in
            "\(Words.second(record.at), .faint)  \(record.seq)  \(record.by)  \(event.summary)"
        }
    }
}
