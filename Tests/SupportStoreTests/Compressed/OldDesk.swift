import Glibc
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// A small desk with several segments behind its two snapshots.
enum OldDesk {
    /// Segments of four records, whose text makes several frames.
    static let shape = StoreShape(
        segmentBytes: 0, recordBytesMax: 64, queueBytesMax: 1_000, frameBytes: 0,
        spareRetry: .milliseconds(1))
    static let first = SmallDesk.first
    static let compressed = first + ".zst"
    /// The records of the desk.
    static let records = 20
    /// After which records the snapshots are made.
    static let snapshots = [12, 18]

    static func made() throws -> (storage: FaultyStorage, texts: [String]) {
        let storage = FaultyStorage()
        let desk = try Desk(storage, shape)
        try work(desk, through: records, snapshots: snapshots)
        desk.close()
        return (storage, desk.texts)
    }

    /// Gives a desk so many records in all, each durable before the next.
    static func work(_ desk: Desk, through last: Int, snapshots: [Int] = []) throws {
        for number in (desk.texts.count + 1)...last {
            #expect(desk.waitForRoom(64) && desk.submit(bytes: 40 + number % 20))
            #expect(desk.waitUntilDurable())
            if snapshots.contains(number) { try desk.writeSnapshot() }
        }
    }

    /// Compresses all that may be; returns what was.
    @discardableResult
    static func compress(
        _ store: Store, while isWanted: () -> Bool = { true }
    ) throws -> [CompressedSegment] {
        try store.oldSegments().compactMap { try store.compress($0, while: isWanted) }
    }

    /// The same desk with its old segments compressed.
    static func made(compressing: Bool) throws -> (storage: FaultyStorage, texts: [String]) {
        let (storage, texts) = try made()
        guard compressing else { return (storage, texts) }
        let desk = try Desk(storage, shape)
        #expect(try !compress(desk.store).isEmpty)
        desk.close()
        return (storage, texts)
    }

    /// The same desk, open.
    static func opened(
        compressing: Bool = false
    ) throws -> (desk: Desk, storage: FaultyStorage, texts: [String]) {
        let (storage, texts) = try made(compressing: compressing)
        return (try Desk(storage, shape), storage, texts)
    }

    /// Waits until the next segment is prepared, so that only the test makes calls.
    static func awaitSpare(_ storage: FaultyStorage) {
        for _ in 0..<2_000 {
            let calls = storage.calls
            usleep(1_000)
            let isThere = storage.content(of: "journal-spare.tmp")?.count == 916
            if isThere, storage.calls == calls { return }
        }
    }

    /// The files of the journal in order of name.
    static func journal(_ storage: some Storage) throws -> [String] {
        try storage.names().filter { $0.hasPrefix("journal-") && !$0.hasSuffix(".tmp") }.sorted()
    }

    /// The state directory without its snapshots, so that a start reads everything.
    static func withoutSnapshots(_ storage: FaultyStorage) throws -> FaultyStorage {
        let copy = storage.copied()
        for name in try copy.names() where name.hasPrefix("snapshot-") { copy.take(name) }
        return copy
    }

    /// The records of a state directory, read without its snapshots; verified.
    static func texts(_ storage: FaultyStorage) throws -> [String] {
        let desk = try Desk(try withoutSnapshots(storage), shape, beginning: .refused)
        defer { desk.close() }
        #expect(try desk.store.verify().lastSequence == UInt64(desk.texts.count))
        return desk.texts
    }
}
