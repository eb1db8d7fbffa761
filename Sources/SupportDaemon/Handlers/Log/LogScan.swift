import SupportJSON
import SupportModel
import SupportStore
import SupportWire

/// Looks through the journal for what one `log.list` asked for.
struct LogScan: Sendable {
    let request: LogList
    let limit: Int
    /// The last record that the answer may show.
    let newest: UInt64

    /// Reads pages until the answer is full, the log ends, or enough has been looked at.
    func run(_ log: any DurableLog) throws -> LogList.Reply {
        var found = FoundRecords(limit: limit, keepsNewest: wantsNewest)
        var at = begin
        var looked = 0
        while at < newest, looked < LedgerLimits.scanRecordsMax {
            let page = try log.records(after: at, countMax: LedgerLimits.pageRecordsMax)
            guard !page.isEmpty else { return LogList.Reply(records: found.records) }
            for text in page {
                let record = try RecordText.read(text)
                guard record.stamp.sequence <= newest else { break }
                at = record.stamp.sequence
                looked += 1
                guard let shown = LoggedRecord(record, matching: matches) else { continue }
                found.add(shown, bytes: text.count)
                if found.isFull { return reply(found, at) }
            }
        }
        return reply(found, at)
    }

    private var wantsNewest: Bool { request.last ?? false }

    /// Where to begin: where asked, or for the newest records at most a limit before the end.
    private var begin: UInt64 {
        let asked = request.since ?? 0
        guard wantsNewest else { return asked }
        let room = isFiltered ? UInt64(LedgerLimits.scanRecordsMax) : UInt64(limit)
        return max(asked, newest > room ? newest - room : 0)
    }

    private var isFiltered: Bool {
        request.type != nil || request.ticket != nil || request.client != nil
    }

    private func reply(_ found: FoundRecords, _ at: UInt64) -> LogList.Reply {
        LogList.Reply(records: found.records, next: at < newest ? at : nil)
    }

    /// Whether an event is asked for, by its type and by the names in it.
    private func matches(_ type: String, _ json: JSONValue) -> Bool {
        if let wanted = request.type, type != wanted, !type.hasPrefix(wanted + ".") { return false }
        if let ticket = request.ticket {
            let member = type == TicketOpened.type ? "number" : "ticket"
            if json[member: member]?.int != ticket.number { return false }
        }
        if let client = request.client, json[member: "client"]?.string != client.text {
            return false
        }
        return true
    }
}

extension LoggedRecord {
    /// A record as the protocol shows it; nil when none of its events is asked for.
    init?(_ record: Record, matching: (String, JSONValue) -> Bool = { _, _ in true }) {
        var events: [LoggedEvent] = []
        for event in record.events {
            let json = ReplyLine.encoded(event)
            let type = Swift.type(of: event.body).type
            guard let document = try? JSONDocument(json.bytes), matching(type, document.root)
            else { continue }
            events.append(LoggedEvent(type: type, summary: event.body.summary, event: json))
        }
        guard !events.isEmpty else { return nil }
        self.init(
            seq: record.stamp.sequence, at: record.stamp.at, by: record.stamp.by, events: events)
    }
}
