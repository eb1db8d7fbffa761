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

/// Where a log begins.
enum LogStart: Sendable {
    /// After a record.
    case record(UInt64)
    /// At a moment; a date begins at its midnight in UTC, as the log shows its times.
    case moment(Instant)
    /// So many milliseconds ago, by the desk's clock.
    case ago(Int)

    /// Reads `1200`, `2026-11-23`, `2026-11-23T09:00:00Z` or `2h`.
    static func read(_ text: String) throws -> LogStart {
        if let sequence = UInt64(text) { return .record(sequence) }
        if CivilDate(text) != nil, let moment = Instant("\(text)T00:00:00Z") {
            return .moment(moment)
        }
        if let moment = Instant(text) { return .moment(moment) }
        if let span = DurationText.milliseconds(text), span > 0 { return .ago(span) }
        throw Reading.mistake(
            text, is: "not a beginning of the log",
            "write a record's number, YYYY-MM-DD, an instant such as 2026-11-23T09:00:00Z, "
                + "or a span such as 2h")
    }

    var sequence: UInt64? { if case .record(let sequence) = self { sequence } else { nil } }
    var instant: Instant? { if case .moment(let moment) = self { moment } else { nil } }
    var span: Int? { if case .ago(let span) = self { span } else { nil } }
}

/// Puts the pages of a long log together: printed as they come, or only the newest in the end.
struct LogPages {
    private let options: ReadOptions
    /// How many of the newest are wanted; nil for all.
    private let newest: Int?
    private var isEmpty = true
    private var kept: [(record: LoggedRecord, json: RawJSON)] = []
    private var unreadable: [(gap: UnreadableRecords, json: RawJSON)] = []

    init(printing options: ReadOptions, newest: Int?) {
        self.options = options
        self.newest = newest
    }

    /// Takes a page. Text of a log without an end is printed at once; one JSON document, and the
    /// newest records, can only be known at the end.
    mutating func take(
        _ reply: LogList.Reply, _ json: JSONValue, in invocation: Invocation
    ) throws {
        let texts = json[member: "records"]?.elements.map { RawJSON($0) } ?? []
        kept += zip(reply.records, texts).map { ($0, $1) }
        if !kept.isEmpty { isEmpty = false }
        let gaps = json[member: "unreadable"]?.elements.map { RawJSON($0) } ?? []
        unreadable += zip(reply.unreadable ?? [], gaps).map { ($0, $1) }
        if let newest, kept.count > newest { kept.removeFirst(kept.count - newest) }
        guard newest == nil, !options.json else { return }
        if !kept.isEmpty { try printLines(in: invocation) }
        kept = []
    }

    /// Prints what was kept.
    func end(in invocation: Invocation) throws {
        if options.json {
            try invocation.print(document: document())
        } else {
            try printLines(in: invocation)
            try printGaps(in: invocation)
        }
    }

    /// Says on standard error which records cannot be read.
    private func printGaps(in invocation: Invocation) throws {
        var page = Page(invocation.palette)
        for (gap, _) in unreadable {
            let which =
                gap.from == gap.to ? "record \(gap.from)" : "records \(gap.from) to \(gap.to)"
            page.remark("\(which): \(gap.why); supportc verify says what to do")
        }
        try invocation.print(page)
    }

    private func printLines(in invocation: Invocation) throws {
        if options.quiet {
            try invocation.print(lines: kept.map { "\($0.record.seq)" })
            return
        }
        var page = Page(invocation.palette)
        for (record, _) in kept { RecordLines.lines(record).forEach { page.line($0) } }
        if isEmpty { page.remark("no records") }
        try invocation.print(page)
    }

    private func document() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("v", 1)
        writer.name("records")
        writer.beginArray()
        for (_, json) in kept { writer.raw(json) }
        writer.endArray()
        if !unreadable.isEmpty {
            writer.name("unreadable")
            writer.beginArray()
            for (_, json) in unreadable { writer.raw(json) }
            writer.endArray()
        }
        writer.endObject()
        return writer.take()
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
