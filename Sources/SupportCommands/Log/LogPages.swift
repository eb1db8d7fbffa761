import SupportJSON
import SupportModel
import SupportWire

/// Puts the pages of a long log together: printed as they come, or only the newest in the end.
struct LogPages {
    private let options: ReadOptions
    /// How many of the newest are wanted; nil for all.
    private let newest: Int?
    private var isEmpty = true
    private var recordLines = RecordLines()
    private var kept: [(record: LoggedRecord, json: RawJSON)] = []
    private var unreadable: [(gap: UnreadableRecords, json: RawJSON)] = []

    init(printing options: ReadOptions, newest: Int?) {
        (self.options, self.newest) = (options, newest)
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
        if reply.next != nil { invocation.beginLongAnswer() }
        if !kept.isEmpty { try printLines(in: invocation) }
        kept = []
    }

    /// Prints what was kept.
    mutating func end(in invocation: Invocation) throws {
        if options.json {
            try invocation.print(document: document())
        } else {
            try printLines(in: invocation)
            try printGaps(in: invocation)
        }
    }

    /// Says on standard error which records cannot be read.
    private func printGaps(in invocation: Invocation) throws {
        var page = Page(invocation.screen)
        for (gap, _) in unreadable {
            let which =
                gap.from == gap.to ? "record \(gap.from)" : "records \(gap.from) to \(gap.to)"
            page.remark("\(which): \(gap.why); supportc verify says what to do")
        }
        try invocation.print(page)
    }

    private mutating func printLines(in invocation: Invocation) throws {
        if options.quiet {
            try invocation.print(lines: kept.map { "\($0.record.seq)" })
            return
        }
        var page = Page(invocation.screen)
        recordLines.lines(kept.map(\.record)).forEach { page.line($0) }
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
