import SupportModel
import SupportStore
import SupportWire

/// How far a connection that watches has been told, one page of the journal at a time.
///
/// It streams from the journal itself and not from a queue of its own: however slow the client, no
/// record is skipped and no memory fills.
struct Watch {
    /// The last record that was told.
    private(set) var sent: UInt64
    /// True while a page is being read.
    private(set) var isReading = false

    init(since: UInt64) {
        sent = since
    }

    /// The page to read next; nil while one is being read, and when all is told.
    mutating func nextPage(durable: UInt64) -> Page? {
        guard !isReading, sent < durable else { return nil }
        isReading = true
        return Page(after: sent)
    }

    /// Takes a page back that could not be read now.
    mutating func putBack() { isReading = false }

    /// Notes that a page was told.
    mutating func took(_ page: Page.Lines) {
        isReading = false
        sent = page.last
    }

    /// A part of the journal to be told.
    struct Page: Sendable {
        let after: UInt64

        /// Notification lines, and the last record in them.
        struct Lines: Sendable {
            var lines: [UInt8]
            var last: UInt64
        }

        /// Reads the records and makes a notification of each.
        func read(_ log: any DurableLog) throws -> Lines {
            var result = Lines(lines: [], last: after)
            let texts = try log.records(after: after, countMax: LedgerLimits.pageRecordsMax)
            for text in texts {
                let record = try RecordText.read(text)
                result.last = record.stamp.sequence
                guard let shown = LoggedRecord(record) else { continue }
                result.lines += ReplyLine.notification(
                    EventsWatch.notification, ReplyLine.encoded(shown))
            }
            return result
        }
    }
}
