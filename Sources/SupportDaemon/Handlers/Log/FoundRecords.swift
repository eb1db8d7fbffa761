import SupportWire

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
        self.limit = limit
        self.keepsNewest = keepsNewest
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
        // An import is megabytes in one record; at least the newest is told, whatever its length.
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
