/// What the store takes at most, each tested at the limit and one past it.
package enum StoreLimits {
    /// The longest record, in bytes of its JSON text.
    package static let recordBytesMax = 4_194_304
    /// What sealing adds to a record at most: its newline, two checks and a 19-digit number.
    package static let sealBytesMax = 90
    /// The size of a journal segment.
    package static let segmentBytes = 16_777_216
    /// The largest segment that is read.
    package static let segmentBytesMax = 1_073_741_824
    /// The longest header line of any file of the store, in bytes with its newline.
    package static let headerBytesMax = 512
    /// The longest end line of a segment that another follows, in bytes with its newline.
    package static let endLineBytesMax = 96
    /// What may wait for the disk, in bytes of sealed lines.
    package static let queueBytesMax = 8_388_608
    /// The largest content of a snapshot.
    package static let snapshotBytesMax = 1_073_741_824
    /// The longest text that says when the desk was created, in bytes.
    package static let createdBytesMax = 64
    /// How many good snapshots are kept.
    package static let snapshotsKept = 2
}
