/// `[journal]`: how the record of every change is kept.
package struct JournalTable: Hashable, Sendable {
    /// The size at which a new segment is begun, in bytes: 1 MiB to 1 GiB.
    package var segmentBytes = 16_777_216
    /// Records between two snapshots; 0 where none is written unless asked for.
    package var snapshotRecords = 100_000
    /// What may wait for the disk, in bytes, before writes are refused: 2 MiB to 4 GiB.
    package var queueBytes = 67_108_864

    /// The table as it is where no file sets a key of it.
    package init() {}

    mutating func read(_ table: inout TableReader) {
        table.read("segment_bytes", .integer(1_048_576...1_073_741_824), into: &segmentBytes)
        table.read("snapshot_records", .integer(0...1_000_000_000), into: &snapshotRecords)
        table.read("queue_bytes", .integer(2_097_152...4_294_967_296), into: &queueBytes)
    }
}
