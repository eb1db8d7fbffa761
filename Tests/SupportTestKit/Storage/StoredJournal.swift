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

    /// Makes a state directory with these records, sealed as the daemon seals them.
    package static func write(_ texts: [[UInt8]], to directory: String) throws {
        let storage = try DiskStorage(directory: directory, creating: true)
        let (store, _) = try Store.open(
            storage, shape: StoreShape(), created: "2026-10-01T00:00:00.000Z",
            beginning: .allowed)
        defer { store.close() }
        try store.replay(after: 0) { _ in }
        let durable = GuardedState(0)
        let committer = try store.startCommitting(
            onDurable: { sequence in durable.change { $0 = Int(sequence) } }, onFault: { _ in })
        defer { committer.close() }
        for (place, text) in texts.enumerated() {
            guard committer.canAccept(recordBytes: text.count, records: 1),
                committer.submit(text, sequence: UInt64(place) + 1)
            else { throw NotStored() }
        }
        let isDone = durable.wait(atMost: .seconds(20)) { $0 >= texts.count ? true : nil }
        guard isDone ?? texts.isEmpty else { throw NotStored() }
    }
}
