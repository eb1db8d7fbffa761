/// The sizes and the retention of a store; the defaults suit a desk, smaller sizes serve tests.
package struct StoreShape: Hashable, Sendable {
    /// What happens to journal segments that no kept snapshot needs.
    package enum Retention: Hashable, Sendable {
        /// Nothing is removed: the journal is the audit trail.
        case keepAll
        /// Segments entirely before the older kept snapshot are removed.
        case keepSinceOlderSnapshot
    }

    /// The size of a new segment, in bytes.
    package let segmentBytes: Int
    /// The longest record text, in bytes.
    package let recordBytesMax: Int
    /// The most bytes of sealed lines that may wait for the disk.
    package let queueBytesMax: Int
    /// The largest content of a snapshot, in bytes.
    package let snapshotBytesMax: Int
    package let retention: Retention
    /// The text of one frame of a segment that is compressed, in bytes.
    package let frameBytes: Int
    /// The time between two attempts to prepare a segment while the disk is full or refuses.
    package let spareRetry: Duration

    /// Sizes that do not fit together are raised: a segment holds its header, its end line and two
    /// of the longest lines, the queue one.
    package init(
        segmentBytes: Int = StoreLimits.segmentBytes,
        recordBytesMax: Int = StoreLimits.recordBytesMax,
        queueBytesMax: Int = StoreLimits.queueBytesMax,
        snapshotBytesMax: Int = StoreLimits.snapshotBytesMax,
        retention: Retention = .keepAll, frameBytes: Int = StoreLimits.frameBytes,
        spareRetry: Duration = .seconds(10)
    ) {
        let record = min(max(recordBytesMax, 64), StoreLimits.recordBytesMax)
        let line = record + StoreLimits.sealBytesMax
        let smallest = StoreLimits.headerBytesMax + StoreLimits.endLineBytesMax + 2 * line
        self.recordBytesMax = record
        self.segmentBytes = min(max(segmentBytes, smallest), StoreLimits.segmentBytesMax)
        self.queueBytesMax = max(queueBytesMax, line)
        self.snapshotBytesMax = min(snapshotBytesMax, StoreLimits.snapshotBytesMax)
        self.retention = retention
        self.frameBytes = min(
            max(frameBytes, StoreLimits.frameBytesMin), StoreLimits.frameBytesMax)
        self.spareRetry = spareRetry
    }

    /// The longest sealed line, in bytes with its newline.
    var lineBytesMax: Int { recordBytesMax + StoreLimits.sealBytesMax }
}

/// The limits of the store, each tested at the limit and one past it.
package enum StoreLimits {
    /// The longest record, in bytes of its JSON text.
    package static let recordBytesMax = 4_194_304
    /// The most bytes that sealing adds to a record: its newline, two checks and a 19-digit number.
    package static let sealBytesMax = 90
    /// The size of a journal segment, in bytes.
    package static let segmentBytes = 16_777_216
    /// The largest segment that is read, in bytes.
    package static let segmentBytesMax = 1_073_741_824
    /// The longest header line of any file of the store, in bytes with its newline.
    package static let headerBytesMax = 512
    /// The longest end line of a segment that another follows, in bytes with its newline.
    package static let endLineBytesMax = 96
    /// The most bytes of sealed lines that may wait for the disk.
    package static let queueBytesMax = 8_388_608
    /// The largest content of a snapshot, in bytes.
    package static let snapshotBytesMax = 1_073_741_824
    /// The longest text of the time of the initialisation, in bytes.
    package static let createdBytesMax = 64
    /// The text of one frame of a compressed segment, in bytes: the least that is decompressed.
    package static let frameBytes = 262_144
    /// The most text of one frame that is read, in bytes.
    package static let frameBytesMax = 1_048_576
    /// The least text of one frame but the last that is read, in bytes.
    package static let frameBytesMin = 256
    /// How many intact snapshots are kept.
    package static let snapshotsKept = 2
}
