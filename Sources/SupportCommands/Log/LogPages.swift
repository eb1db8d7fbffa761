import ArgumentParser
import SupportClient
import SupportJSON
import SupportModel
import SupportWire

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
        let records = kept.map(\.json)
        return unreadable.isEmpty
            ? AnswerDocument.of(["records": records])
            : AnswerDocument.of(["records": records, "unreadable": unreadable.map(\.json)])
    }
}
