import SupportSystem

// The journal is a sequence of segments, `journal-<first sequence>.jsonl`. A segment is a header
// line (see SegmentHeader), sealed lines (see SealedLine), an end line when another segment follows
// (see SegmentEnd), and zeros up to its full size, which is written before the segment gets its
// name and never changes. A power cut therefore changes nothing in a segment but the bytes of the
// one batch that was being written; Recovery/TornTail.swift says what follows for reading.

/// The writing end of the journal: one owner, on one thread.
///
/// `append` collects lines, `commit` writes and syncs them, `rotate` continues in a new segment.
/// After one of them has thrown, nothing more may be written: the content of the disk is unknown.
struct Journal: Sendable {
    private let storage: any Storage
    private let index: SegmentIndex
    private let desk: DeskIdentity
    private var segment: OpenSegment
    private var sealer: RecordSealer
    private var batch: [UInt8] = []
    /// The file of the durable mark; nil before the first mark, and after one that failed.
    private var mark: (any StorageFile)?
    /// False after a mark that failed, until the next segment.
    private var isMarking = true
    /// The last sequence that is safe on the disk, 0 for none.
    private(set) var durableSequence: UInt64

    init(
        storage: any Storage, index: SegmentIndex, desk: DeskIdentity, segment: OpenSegment,
        sealer: RecordSealer
    ) {
        (self.storage, self.index, self.desk, self.segment) = (storage, index, desk, segment)
        self.sealer = sealer
        durableSequence = sealer.nextSequence - 1
    }

    /// The segment's room after what was appended, in bytes.
    var room: Int { segment.room - batch.count }

    /// Whether a record of this many bytes of text certainly fits into the segment.
    func fits(recordBytes: Int) -> Bool { recordBytes + StoreLimits.sealBytesMax <= room }

    /// Seals a record after those appended before; the next commit makes it durable.
    mutating func append(_ record: ArraySlice<UInt8>) throws(StoreFault) {
        let sequence = sealer.nextSequence
        let offset = segment.end + batch.count
        do {
            try sealer.seal(record, synced: durableSequence, into: &batch)
        } catch {
            throw misuse("\(error)")
        }
        guard batch.count <= segment.room else {
            throw misuse("record \(sequence) does not fit into its segment")
        }
        index.mark(sequence, segment: segment.first, offset: offset)
    }

    /// Writes and syncs what was appended, with one sync.
    mutating func commit() throws(StoreFault) {
        guard !batch.isEmpty else { return }
        do throws(SystemFault) {
            try segment.file.write(batch[...], at: segment.end)
            try segment.file.syncData()
        } catch {
            throw StoreFault(
                doing: "write the journal", file: segment.name, offset: segment.end,
                cause: .system(error))
        }
        segment.end += batch.count
        batch.removeAll(keepingCapacity: batch.count <= Self.batchKeptBytesMax)
        durableSequence = sealer.nextSequence - 1
    }

    /// Marks the last durable record; to be called after the batch was acknowledged, so that nobody
    /// waits for it.
    ///
    /// A mark that cannot be written loses nothing: the preceding one stays true.
    mutating func markDurable() {
        guard isMarking else { return }
        let markFile = DurableMarkFile(storage: storage, desk: desk)
        do throws(StoreFault) {
            let file: any StorageFile
            if let mark {
                file = mark
            } else {
                file = try markFile.open(orMark: durableSequence, sealer.chain)
            }
            try markFile.write(durableSequence, sealer.chain, into: file)
            mark = file
        } catch {
            mark = nil
            isMarking = false
        }
    }

    private static let batchKeptBytesMax = 1_048_576

    /// Commits, then continues in the spare segment.
    mutating func rotate(into spare: SpareSegment) throws(StoreFault) {
        try commit()
        let header = SegmentHeader(
            desk: desk, first: sealer.nextSequence, previous: segment.first,
            segmentBytes: spare.bytes, chain: sealer.chain)
        let full = segment
        segment = try spare.activate(header, in: storage)
        isMarking = true
        index.append(segment.first)
        // A power cut may lose it: it only helps to notice a lost file, and nothing depends on it.
        let end = SegmentEnd(next: segment.first)
        try StoreFault.naming(full.name, "end a journal segment") { () throws(SystemFault) in
            try full.file.write(end.line()[...], at: full.end)
        }
    }

    private func misuse(_ text: String) -> StoreFault {
        StoreFault(doing: "write the journal", file: segment.name, cause: .misused(text))
    }
}
