/// The records that wait for the disk, and the room that is guaranteed for them.
///
/// Room is reserved before it is used: `takes` is true only when everything queued and the new
/// records fit into the open segment and the spare. As a line is never split, changing to the spare
/// can waste less than one longest line at the end of the open segment; that much is never
/// promised.
struct CommitQueue: Sendable {
    /// The records of one commit.
    struct Batch: Sendable {
        /// The texts, concatenated.
        var texts: [UInt8] = []
        /// The length of each text, in bytes.
        var lengths: [Int] = []
    }

    /// Records that no commit has taken yet.
    private(set) var waiting = Batch()
    /// The greatest possible length of all lines that are not durable yet, those being written
    /// included, in bytes.
    private var promisedBytes = 0
    /// The room of the open segment after what is durable, in bytes.
    private var segmentRoom: Int
    /// The next segment, when it is ready.
    private(set) var spare: SpareSegment?
    /// Why the last attempt to prepare a spare failed; nil while there is one or none was tried.
    var spareFault: StoreFault?
    /// The sequence that must come next.
    private(set) var nextSequence: UInt64
    /// Whether nothing more is taken.
    var isClosing = false
    /// Why the journal has ended; nil while it has not.
    var fault: StoreFault?
    private let shape: StoreShape

    init(nextSequence: UInt64, segmentRoom: Int, shape: StoreShape) {
        (self.nextSequence, self.segmentRoom, self.shape) = (nextSequence, segmentRoom, shape)
    }

    var isOpen: Bool { !isClosing && fault == nil }

    /// Whether an eighth of what may wait does.
    var isPressed: Bool { promisedBytes >= shape.queueBytesMax / 8 }

    /// Whether records of this many bytes of text together can certainly be made durable.
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

    /// Queues a record, whose sequence must be the next one.
    mutating func add(_ record: some Collection<UInt8>) {
        waiting.texts.append(contentsOf: record)
        waiting.lengths.append(record.count)
        promisedBytes += record.count + StoreLimits.sealBytesMax
        nextSequence += 1
    }

    /// Takes everything that waits.
    mutating func takeBatch() -> Batch {
        defer { waiting = Batch() }
        return waiting
    }

    /// Releases the reservation of records that became durable.
    mutating func settle(_ batch: Batch, records: Range<Int>, segmentRoom: Int) {
        for length in batch.lengths[records] {
            promisedBytes -= length + StoreLimits.sealBytesMax
        }
        self.segmentRoom = segmentRoom
    }

    /// Stores a prepared segment.
    mutating func offer(_ spare: SpareSegment) {
        self.spare = spare
        spareFault = nil
    }

    /// Takes the spare; its room replaces the open segment's.
    mutating func takeSpare() -> SpareSegment? {
        guard let taken = spare else { return nil }
        spare = nil
        segmentRoom = taken.room
        return taken
    }
}
