/// What waits for the disk, and how much room is certain to be there for it.
///
/// Room is promised before it is used: `takes` says yes only when everything queued and the question
/// together fit into the open segment and the spare. As a line is never cut in two, changing over to
/// the spare can waste less than one longest line at the end of the open segment; that much is
/// never promised.
struct CommitQueue: Sendable {
    /// The records that a commit takes at once.
    struct Batch: Sendable {
        /// The texts, one after the other.
        var texts: [UInt8] = []
        /// The length of each text.
        var lengths: [Int] = []
    }

    /// Records that no commit has taken yet.
    private(set) var waiting = Batch()
    /// The longest that all lines not yet durable can be, those being written included.
    private var promisedBytes = 0
    /// What the open segment still takes after what is durable.
    private var segmentRoom: Int
    /// The next segment, when it is ready.
    private(set) var spare: SpareSegment?
    /// Why there is no spare, while there is none and it was tried.
    var spareFault: StoreFault?
    /// The sequence that must come next.
    private(set) var nextSequence: UInt64
    /// Whether nothing more is taken.
    var isClosing = false
    /// Why the journal has ended, once it has.
    var fault: StoreFault?
    private let shape: StoreShape

    init(nextSequence: UInt64, segmentRoom: Int, shape: StoreShape) {
        self.nextSequence = nextSequence
        self.segmentRoom = segmentRoom
        self.shape = shape
    }

    var isOpen: Bool { !isClosing && fault == nil }

    /// Whether records of this many bytes of text together can be made durable for certain.
    func takes(recordBytes: Int, records: Int) -> Bool {
        guard isOpen, recordBytes >= 0, records > 0 else { return false }
        if recordBytes / records > shape.recordBytesMax { return false }
        let (seals, overflow) = records.multipliedReportingOverflow(by: StoreLimits.sealBytesMax)
        let (lines, linesOverflow) = seals.addingReportingOverflow(recordBytes)
        let (total, totalOverflow) = lines.addingReportingOverflow(promisedBytes)
        if overflow || linesOverflow || totalOverflow { return false }
        return total <= shape.queueBytesMax && total <= roomBytes
    }

    private var roomBytes: Int {
        guard let spare else { return segmentRoom }
        return max(segmentRoom, segmentRoom + spare.room - shape.lineBytesMax)
    }

    /// Queues a record; the sequence must be the next one.
    mutating func add(_ record: some Collection<UInt8>) {
        waiting.texts.append(contentsOf: record)
        waiting.lengths.append(record.count)
        promisedBytes += record.count + StoreLimits.sealBytesMax
        nextSequence += 1
    }

    /// Hands over everything that waits.
    mutating func takeBatch() -> Batch {
        defer { waiting = Batch() }
        return waiting
    }

    /// Settles what became durable.
    mutating func settle(_ batch: Batch, records: Range<Int>, segmentRoom: Int) {
        for length in batch.lengths[records] {
            promisedBytes -= length + StoreLimits.sealBytesMax
        }
        self.segmentRoom = segmentRoom
    }

    /// Offers a prepared segment.
    mutating func offer(_ spare: SpareSegment) {
        self.spare = spare
        spareFault = nil
    }

    /// Takes the spare; its room takes the place of the open segment's.
    mutating func takeSpare() -> SpareSegment? {
        guard let taken = spare else { return nil }
        spare = nil
        segmentRoom = taken.room
        return taken
    }
}
