import Glibc
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// Records read back: exactly those asked for, and without walking a large segment for each.
@Suite struct ReadingTests {
    private static let large = StoreShape(
        segmentBytes: 600_000, recordBytesMax: 1_000, queueBytesMax: 8_000_000,
        spareRetry: .milliseconds(1))

    /// A thousand records of a thousand bytes in two segments.
    private static func largeDesk(_ storage: FaultyStorage) throws -> Desk {
        let desk = try Desk(storage, large)
        for _ in 1...1_000 { #expect(desk.waitForRoom(1_000) && desk.submit(bytes: 1_000)) }
        #expect(desk.waitUntilDurable())
        return desk
    }

    /// Waits until the next segment is ready, so that nobody but a reader calls the disk.
    private static func settle(_ desk: Desk) {
        for _ in 0..<5_000 where !desk.canAccept(580_000, records: 600) { usleep(1_000) }
        #expect(desk.canAccept(580_000, records: 600))
    }

    /// How many calls to the disk it takes to read one record.
    private static func calls(
        _ storage: FaultyStorage, _ desk: Desk, _ sequence: Int
    ) throws -> Int {
        let before = storage.calls
        let found = try desk.store.readRecords(
            after: UInt64(sequence - 1), countMax: 1, bytesMax: 1)
        let calls = storage.calls - before
        #expect(
            found.map { String(decoding: $0.text, as: UTF8.self) } == [desk.texts[sequence - 1]])
        return calls
    }

    @Test("a record of a large segment is found near its place: written, recovered or read before")
    func places() throws {
        let storage = FaultyStorage()
        let desk = try Self.largeDesk(storage)
        Self.settle(desk)
        // To open, to read a piece, and another one or two where a line lies across their border.
        for sequence in stride(from: 1_000, through: 1, by: -37) {
            #expect(try Self.calls(storage, desk, sequence) <= 5, "\(sequence)")
        }
        desk.close()
        let recovered = try Desk(storage, Self.large)
        Self.settle(recovered)
        for sequence in stride(from: 1_000, through: 1, by: -41) {
            #expect(try Self.calls(storage, recovered, sequence) <= 5, "\(sequence)")
        }
        try recovered.writeSnapshot()
        recovered.close()
        let behind = try Desk(storage, Self.large)
        Self.settle(behind)
        // Nobody has read there since the start, which began behind the snapshot.
        let first = try Self.calls(storage, behind, 500)
        let second = try Self.calls(storage, behind, 500)
        #expect(first > 5 && second <= 5)
        behind.close()
    }

    @Test("nothing is opened to be written but the segment that takes the next record")
    func readingOpensNothingToWrite() throws {
        let (storage, texts) = try SmallDesk.marked()
        let copy = storage.copied()
        let desk = try Desk(copy, SmallDesk.shape, beginning: .refused)
        #expect(desk.texts == texts && desk.recovered.snapshot?.sequence == 3)
        #expect(try desk.store.verify().lastSequence == 8)
        #expect(try desk.store.readRecords(after: 0, countMax: 9, bytesMax: 9_999).count == 8)
        #expect(try desk.store.newestSnapshot(through: 8)?.sequence == 3)
        #expect(copy.openedForWriting == [SmallDesk.last])
        desk.close()
    }

    @Test("as many as are wanted, as many bytes as are wanted, and one at least")
    func limits() throws {
        let (storage, texts) = try SmallDesk.made()
        let desk = try Desk(storage, SmallDesk.shape, beginning: .refused)
        for passed in [0, 1, 3, 4, 5, 7, 8, .max] as [UInt64] {
            for count in 1...9 {
                for bytes in [0, 41, 85, 86, 87, 173, 174, 9_999] {
                    let found = try desk.store.readRecords(
                        after: passed, countMax: count, bytesMax: bytes)
                    let wanted = Self.wanted(texts, after: passed, count, bytes)
                    #expect(found.map(\.sequence) == wanted, "\(passed) \(count) \(bytes)")
                }
            }
        }
        desk.close()
    }

    /// The sequences that are within the limits, counted by hand.
    private static func wanted(
        _ texts: [String], after passed: UInt64, _ count: Int, _ bytes: Int
    ) -> [UInt64] {
        var wanted: [UInt64] = []
        var left = bytes
        for (place, text) in texts.enumerated() where place >= passed {
            left -= text.utf8.count
            if wanted.count == count || !wanted.isEmpty && left < 0 { break }
            wanted.append(UInt64(place + 1))
        }
        return wanted
    }

    @Test("what cannot be read back is damage, at its place")
    func damage() throws {
        let (storage, _) = try SmallDesk.made()
        let content = try #require(storage.content(of: SmallDesk.last))
        let lines = content.split(separator: 10, omittingEmptySubsequences: false)
        func fault(_ changed: [UInt8]) throws -> StoreFault? {
            let copy = storage.copied()
            let desk = try Desk(copy, SmallDesk.shape, beginning: .refused)
            defer { desk.close() }
            copy.put(SmallDesk.last, changed)
            return #expect(throws: StoreFault.self) {
                let found = try desk.store.readRecords(
                    after: 6, countMax: 9, bytesMax: 9_999)
                // What is whole before it is given first.
                _ = try desk.store.readRecords(
                    after: UInt64(6 + found.count), countMax: 9, bytesMax: 9_999)
            }
        }
        var flipped = content
        flipped[lines[2].startIndex + 20] ^= 1
        let first = try fault(flipped)
        #expect(first?.reason == "this line does not match its check")
        #expect(first?.offset == lines[2].startIndex && first?.file == SmallDesk.last)
        var cut = content
        for position in lines[3].indices { cut[position] = 0 }
        let second = try fault(cut)
        #expect(second?.reason == "the lines end here though more were written")
        #expect(second?.offset == lines[3].startIndex)
        let third = try fault(try Resealing.content(content, line: 2, "seq", "9"))
        #expect(third?.reason == "record 7 is missing before this line")
        #expect(third?.offset == lines[2].startIndex)
    }

    @Test("damage before the records that are wanted does not matter, and can be passed over")
    func passedOver() throws {
        let (storage, texts) = try SmallDesk.made()
        let content = try #require(storage.content(of: SmallDesk.last))
        let lines = content.split(separator: 10, omittingEmptySubsequences: false)
        var flipped = content
        flipped[lines[1].startIndex + 20] ^= 1
        var joined = content
        joined[lines[1].endIndex] = 32
        var zeros = content
        for position in lines[1].indices.dropLast(5) { zeros[position] = 0 }
        let cases: [(changed: [UInt8], next: UInt64)] = [(flipped, 7), (joined, 8), (zeros, 7)]
        for (changed, next) in cases {
            let copy = storage.copied()
            let desk = try Desk(copy, SmallDesk.shape, beginning: .refused)
            copy.put(SmallDesk.last, changed)
            let fault = #expect(throws: StoreFault.self) {
                _ = try desk.store.readRecords(after: 5, countMax: 9, bytesMax: 9_999)
            }
            #expect(fault?.offset == lines[1].startIndex && fault?.segment == .newest)
            #expect(try desk.store.firstReadable(after: 5) == next)
            let found = try desk.store.readRecords(
                after: next - 1, countMax: 9, bytesMax: 9_999)
            #expect(
                found.map { String(decoding: $0.text, as: UTF8.self) }
                    == Array(texts.dropFirst(Int(next) - 1)))
            #expect(try desk.store.firstReadable(after: 8) == nil)
            desk.close()
        }
    }

    @Test("a segment that is gone is passed over whole; of the newest nothing may be left")
    func withoutASegment() throws {
        let (storage, _) = try SmallDesk.made()
        let desk = try Desk(storage, SmallDesk.shape, beginning: .refused)
        storage.take(SmallDesk.first)
        let next = try desk.store.firstReadable(after: 0)
        #expect(next.map { $0 > 1 } ?? false)
        storage.take(SmallDesk.last)
        #expect(try desk.store.firstReadable(after: 5) == nil)
        desk.close()
    }

    @Test("lines of any length are read across the borders of what is read at a time")
    func lengths() throws {
        let storage = FaultyStorage()
        let shape = StoreShape(segmentBytes: 2_000_000, recordBytesMax: 300_000)
        let desk = try Desk(storage, shape)
        for bytes in [65_000, 10, 65_000, 200_000, 65_536, 65_445, 65_446, 65_447, 30, 131_000] {
            #expect(desk.waitForRoom(bytes) && desk.submit(bytes: bytes))
        }
        #expect(desk.waitUntilDurable())
        let found = try desk.store.readRecords(after: 0, countMax: 99, bytesMax: .max)
        #expect(found.map { String(decoding: $0.text, as: UTF8.self) } == desk.texts)
        desk.close()
        let again = try Desk(storage, shape)
        #expect(again.texts == desk.texts)
        again.close()
    }
}
