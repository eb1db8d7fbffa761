import SupportModel
import SupportStore
import SupportWire

/// Searches the journal for what one `log.list` asked for.
struct LogScan: Sendable {
    let request: LogList
    let limit: Int
    /// Which events the answer shows.
    let filter: LogFilter
    /// What the events are about.
    let subjects: EventSubjects
    /// The last record that the answer may show.
    let newest: UInt64
    /// What the reader may see.
    let permissions: Set<Permission>

    /// Reads until the answer is full, the log ends, or enough has been read.
    func run(_ log: any DurableLog) throws -> LogList.Reply {
        wantsNewest ? try fromTheEnd(log) : try fromTheBeginning(log)
    }

    private func fromTheBeginning(_ log: any DurableLog) throws -> LogList.Reply {
        var found = FoundRecords(limit: limit, keepsNewest: false)
        var reading = IntactRecords(log)
        var at = begin
        let room = UInt64(LedgerLimits.scanRecordsMax)
        let end = newest - min(newest, at) > room ? at + room : newest
        while at < end, !found.isFull, !reading.isFull {
            guard let page = try reading.page(after: at, through: end) else { break }
            for text in page.texts where at < end && !found.isFull {
                at = try take(text, &found)
            }
            if page.texts.isEmpty { at = page.passed }
        }
        return LogList.Reply(
            records: found.records, next: at < newest ? at : nil, unreadable: reading.gaps)
    }

    /// Part by part from the end, each longer than the one behind it: what lies before the records
    /// that are wanted is not read, and may be damaged.
    private func fromTheEnd(_ log: any DurableLog) throws -> LogList.Reply {
        var found = FoundRecords(limit: limit, keepsNewest: true)
        var gaps: [UnreadableRecords] = []
        var end = newest
        var count = UInt64(min(limit, LedgerLimits.pageRecordsMax))
        while end > begin, !found.isFull, gaps.count < LedgerLimits.gapsMax {
            let start = end - min(end - begin, count)
            var reading = IntactRecords(log)
            found.prepend(try part(&reading, after: start, through: end))
            gaps = reading.gaps + gaps
            end = start
            count = min(2 * count, UInt64(LedgerLimits.pageRecordsMax))
        }
        return LogList.Reply(records: found.records, unreadable: gaps)
    }

    private func part(
        _ reading: inout IntactRecords, after start: UInt64, through end: UInt64
    ) throws -> FoundRecords {
        var found = FoundRecords(limit: limit, keepsNewest: true)
        var at = start
        while at < end, let page = try reading.page(after: at, through: end) {
            for text in page.texts { at = try take(text, &found) }
            if page.texts.isEmpty { at = page.passed }
        }
        return found
    }

    /// Takes a record if it is asked for, and gives its number.
    private func take(_ text: [UInt8], _ found: inout FoundRecords) throws -> UInt64 {
        let record = try RecordText.read(text)
        if let from = request.from, record.stamp.at < from { return record.stamp.sequence }
        let shown = LoggedRecord(record, subjects, for: permissions, matching: filter)
        if let shown { found.add(shown, bytes: text.count) }
        return record.stamp.sequence
    }

    private var wantsNewest: Bool { request.last ?? false }

    /// Where to begin: where asked, or for the newest records at most a limit before the end.
    private var begin: UInt64 {
        let asked = request.since ?? 0
        guard wantsNewest else { return asked }
        let room = isFiltered ? UInt64(LedgerLimits.scanRecordsMax) : UInt64(limit)
        return max(asked, newest > room ? newest - room : 0)
    }

    private var isFiltered: Bool { request.from != nil || !filter.isOfAll }
}

/// The records that one `log.list` answers: so many, and so many bytes, as a client takes.
struct FoundRecords {
    private let limit: Int
    /// Whether the newest are kept, and not the first.
    private let keepsNewest: Bool
    private var found: [(record: LoggedRecord, bytes: Int)] = []
    private var bytes = 0
    /// True once some were left out: none from before them may be taken.
    private var hasLeftOut = false

    init(limit: Int, keepsNewest: Bool) {
        (self.limit, self.keepsNewest) = (limit, keepsNewest)
    }

    /// True when no more are taken: none that follow, or of the newest none from before them.
    var isFull: Bool {
        hasLeftOut || found.count >= limit || bytes >= LedgerLimits.logAnswerBytesMax
    }

    /// The records, oldest first.
    var records: [LoggedRecord] { found.suffix(limit).map(\.record) }

    /// Takes one more, of so many bytes of the journal.
    mutating func add(_ record: LoggedRecord, bytes: Int) {
        found.append((record, bytes))
        self.bytes += bytes
        if keepsNewest { leaveOut() }
    }

    /// Takes those of a part of the log that lies before all that were taken.
    mutating func prepend(_ earlier: FoundRecords) {
        hasLeftOut = hasLeftOut || earlier.hasLeftOut
        found = earlier.found + found
        bytes += earlier.bytes
        leaveOut()
    }

    private mutating func leaveOut() {
        // An import is megabytes in one record; at least the newest is answered, whatever its
        // length.
        var extra = found.count >= 2 * limit ? found.count - limit : 0
        var rest = bytes - found.prefix(extra).reduce(0) { $0 + $1.bytes }
        while rest > LedgerLimits.logAnswerBytesMax, extra < found.count - 1 {
            rest -= found[extra].bytes
            extra += 1
        }
        guard extra > 0 else { return }
        hasLeftOut = true
        found.removeFirst(extra)
        bytes = rest
    }
}

/// Reads a log in order and passes over records that cannot be read.
private struct IntactRecords {
    private let log: any DurableLog
    /// The records that cannot be read, in order.
    private(set) var gaps: [UnreadableRecords] = []

    init(_ log: any DurableLog) {
        self.log = log
    }

    /// True once so many gaps were found that a single answer names no more.
    var isFull: Bool { gaps.count >= LedgerLimits.gapsMax }

    /// The next records after one, up to another; nil at the end of the log. Without a text where
    /// they cannot be read: then the last of those is `passed`.
    mutating func page(
        after at: UInt64, through end: UInt64
    ) throws -> (texts: [[UInt8]], passed: UInt64)? {
        do {
            let count = min(UInt64(LedgerLimits.pageRecordsMax), end - at)
            let texts = try log.records(after: at, countMax: Int(count))
            return texts.isEmpty ? nil : (texts, at)
        } catch let fault as StoreFault where fault.isDamage {
            let next = try log.firstReadable(after: at) ?? (end + 1)
            let last = max(at + 1, min(end, next - 1))
            gaps.append(UnreadableRecords(from: at + 1, to: last, why: fault.sentence))
            return ([], last)
        }
    }
}
