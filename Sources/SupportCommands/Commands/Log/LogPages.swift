import SupportJSON
import SupportWire

/// Puts the pages of a long log together: printed as they come, or only the newest in the end.
struct LogPages {
    private let options: ReadOptions
    /// How many of the newest are wanted; nil for all.
    private let newest: Int?
    private var isEmpty = true
    private var kept: [(record: LoggedRecord, json: RawJSON)] = []

    init(printing options: ReadOptions, newest: Int?) {
        self.options = options
        self.newest = newest
    }

    /// Takes a page. Text of a log without an end is printed at once; one JSON document, and the
    /// newest records, can only be known at the end.
    mutating func take(
        _ reply: LogList.Reply, _ json: JSONValue, in session: Session
    ) throws {
        let texts = json[member: "records"]?.elements.map { RawJSON($0) } ?? []
        kept += zip(reply.records, texts).map { ($0, $1) }
        if !kept.isEmpty { isEmpty = false }
        if let newest, kept.count > newest { kept.removeFirst(kept.count - newest) }
        guard newest == nil, !options.json else { return }
        if !kept.isEmpty { try printLines(in: session) }
        kept = []
    }

    /// Prints what was kept.
    func end(in session: Session) throws {
        if options.json {
            try session.print(document: document())
        } else {
            try printLines(in: session)
        }
    }

    private func printLines(in session: Session) throws {
        if options.quiet {
            try session.print(lines: kept.map { "\($0.record.seq)" })
            return
        }
        var page = Page(session.palette)
        for (record, _) in kept { RecordLines.lines(record).forEach { page.line($0) } }
        if isEmpty { page.remark("no records") }
        try session.print(page)
    }

    private func document() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("v", 1)
        writer.name("records")
        writer.beginArray()
        for (_, json) in kept { writer.raw(json) }
        writer.endArray()
        writer.endObject()
        return writer.take()
    }
}
