import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// The files of a small desk: eight records in two segments, each in a batch of its own, and a
/// snapshot after the third.
enum SmallDesk {
    static let shape = StoreShape(
        segmentBytes: 0, recordBytesMax: 64, queueBytesMax: 1_000, spareRetry: .milliseconds(1))
    static let marker = "initialised"
    static let first = "journal-00000000000000000001.jsonl"
    static let last = "journal-00000000000000000006.jsonl"
    static let snapshot = "snapshot-00000000000000000003.json"
    static let mark = "durable.json"

    /// - Parameter snapshot: after which record the snapshot is made.
    static func made(snapshot: Int = 3) throws -> (storage: FaultyStorage, texts: [String]) {
        let storage = FaultyStorage()
        let desk = try Desk(storage, shape)
        for number in 1...8 {
            #expect(desk.waitForRoom(64) && desk.submit(bytes: 40 + number))
            #expect(desk.waitUntilDurable())
            if number == snapshot { try desk.writeSnapshot() }
        }
        desk.close()
        return (storage, desk.texts)
    }

    /// The same after another start, which has marked the last record.
    static func marked(snapshot: Int = 3) throws -> (storage: FaultyStorage, texts: [String]) {
        let (storage, texts) = try made(snapshot: snapshot)
        try Desk(storage, shape).close()
        return (storage, texts)
    }

    /// What opening a directory throws, nil when it opens.
    static func fault(of storage: FaultyStorage) -> StoreFault? {
        do {
            try Desk(storage, shape, beginning: .refused).close()
            return nil
        } catch {
            return error as? StoreFault
        }
    }
}

extension FaultyStorage {
    /// Changes a bit of the byte at this place of a file.
    func flip(_ name: String, at position: Int) throws {
        var bytes = try #require(content(of: name))
        bytes[position] ^= 1
        put(name, bytes)
    }
}
