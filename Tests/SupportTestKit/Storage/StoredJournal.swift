import Glibc
package import SupportModel
import SupportStore
import SupportSystem

/// A state directory whose journal a test has written.
package enum StoredJournal {
    /// A record was not taken, or is not on the disk.
    package struct NotStored: Error {}

    /// The longest record that the journal takes, in bytes.
    package static let recordBytesMax = StoreLimits.recordBytesMax

    /// The text of a record as the journal keeps it.
    package static func text(of record: Record) throws -> [UInt8] {
        try RecordText(record.stamp, record.events).ended(with: record.answer)
    }

    /// The texts of the records in a segment's file.
    package static func texts(inSegment content: [UInt8]) -> [[UInt8]] {
        content.split(separator: 10).compactMap { line in
            let text = String(decoding: line, as: UTF8.self)
            guard text.hasPrefix(#"{"seq":"#), let seal = text.ranges(of: #","synced":"#).last
            else { return nil }
            return Array((text[..<seal.lowerBound] + "}").utf8)
        }
    }

    /// Makes a state directory with these records, sealed as the daemon seals them.
    ///
    /// - Parameter segmentBytes: the size of the segments, of which each holds two of the longest
    ///   records; nil for the usual.
    package static func write(
        _ texts: [[UInt8]], to directory: String, segmentBytes: Int? = nil
    ) throws {
        let storage = try DiskStorage(directory: directory, creating: true)
        let shape = segmentBytes.map { StoreShape(segmentBytes: $0, recordBytesMax: $0 / 3) }
        let (store, _) = try Store.open(
            storage, shape: shape ?? StoreShape(), created: "2026-10-01T00:00:00.000Z",
            beginning: .allowed)
        defer { store.close() }
        try store.replay(after: 0) { _ in }
        let durable = GuardedState(0)
        let committer = try store.startCommitting(
            onDurable: { sequence in durable.change { $0 = Int(sequence) } }, onFault: { _ in })
        defer { committer.close() }
        for (place, text) in texts.enumerated() {
            // A small segment is soon full, and preparing the next one takes a moment.
            for _ in 0..<2_000 where segmentBytes != nil {
                if committer.canAccept(recordBytes: text.count, records: 1) { break }
                usleep(1_000)
            }
            guard committer.canAccept(recordBytes: text.count, records: 1),
                committer.submit(text, sequence: UInt64(place) + 1)
            else { throw NotStored() }
        }
        let isDone = durable.wait(atMost: .seconds(20)) { $0 >= texts.count ? true : nil }
        guard isDone ?? texts.isEmpty else { throw NotStored() }
    }
}
