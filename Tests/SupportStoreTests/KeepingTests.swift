import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// What is kept and what goes: segments, snapshots, the mark, what was put aside.
@Suite struct KeepingTests {
    private static let shape = StoreShape(
        segmentBytes: 0, recordBytesMax: 64, queueBytesMax: 1_000,
        retention: .keepSinceOlderSnapshot, spareRetry: .milliseconds(1))

    private static func firsts(_ storage: FaultyStorage) throws -> [UInt64] {
        try storage.names().filter { $0.hasSuffix(".jsonl") }
            .compactMap { UInt64($0.dropFirst(8).dropLast(6)) }.sorted()
    }

    private static func add(_ desk: Desk) {
        #expect(desk.waitForRoom(50) && desk.submit(bytes: 50) && desk.waitUntilDurable())
    }

    @Test("a segment goes when the older kept snapshot contains its last record, and not before")
    func segments() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        var begun: Set<UInt64> = []
        for number in 1...40 {
            Self.add(desk)
            begun.formUnion(try Self.firsts(storage))
            try desk.writeSnapshot()
            let kept = try storage.names().filter { $0.hasPrefix("snapshot-") }
            #expect(kept.count == min(number, 2))
            let oldest = begun.filter { $0 <= number }.max() ?? 1
            #expect(try Self.firsts(storage) == begun.filter { $0 >= oldest }.sorted())
            #expect(desk.store.firstSequence == oldest)
        }
        #expect(begun.count > 5)
        desk.close()
        let again = try Desk(storage, Self.shape, beginning: .refused)
        #expect(again.texts == desk.texts)
        again.close()
    }

    /// A desk of eighteen records and a snapshot of them.
    private static func withSnapshot() throws -> (FaultyStorage, Desk) {
        let storage = FaultyStorage()
        let desk = try Desk(storage, shape)
        for _ in 1...18 { add(desk) }
        try desk.writeSnapshot()
        return (storage, desk)
    }

    @Test("segments that were removed do not come back with a power cut")
    func removedForGood() throws {
        let (storage, desk) = try Self.withSnapshot()
        Self.add(desk)
        try desk.writeSnapshot()
        let kept = try Self.firsts(storage)
        #expect(kept.first != 1)
        for seed in 1...20 as ClosedRange<UInt64> {
            #expect(try Self.firsts(storage.rebooted(seed: seed)) == kept)
        }
        desk.close()
    }

    @Test(
        "a check begins with the segment in which what is wanted begins, and sees all that follow")
    func checkSince() throws {
        let storage = FaultyStorage()
        let desk = try Desk(
            storage, StoreShape(segmentBytes: 0, recordBytesMax: 64, spareRetry: .milliseconds(1)))
        for number in 1...20 {
            Self.add(desk)
            let firsts = try Self.firsts(storage)
            for since in Array(0...UInt64(number) + 1) + [.max] {
                let checked = try desk.store.verify(since: since)
                let first = firsts.last { $0 - 1 <= since } ?? 1
                #expect(checked.firstSequence == first && checked.lastSequence == number)
                #expect(checked.segments == firsts.count { $0 >= first })
            }
        }
        desk.close()
    }

    @Test("a check goes on while old segments are removed")
    func checkMeanwhile() throws {
        let (storage, desk) = try Self.withSnapshot()
        #expect(desk.store.firstSequence == 1)
        var isFirst = true
        let checked = try desk.store.verify {
            if isFirst {
                isFirst = false
                Self.add(desk)
                try? desk.writeSnapshot()
            }
            return true
        }
        #expect(desk.store.firstSequence > 1 && checked.firstSequence == desk.store.firstSequence)
        #expect(checked.snapshots == [19, 18])
        // One that goes by another hand is missed.
        storage.take(try #require(try storage.names().first { $0.hasSuffix(".jsonl") }))
        let fault = #expect(throws: StoreFault.self) { _ = try desk.store.verify() }
        #expect(fault?.cause == .missing("it is not there"))
        desk.close()
    }

    @Test("the newest whole snapshot that contains nothing after a record")
    func newestSnapshot() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        Self.add(desk)
        #expect(try desk.store.newestSnapshot(through: .max) == nil)
        for number in 2...5 {
            Self.add(desk)
            if number != 4 { try desk.writeSnapshot() }
        }
        let found = try (0...6).map { try desk.store.newestSnapshot(through: $0)?.sequence }
        #expect(found == [nil, nil, nil, 3, 3, 5, 5])
        storage.put("snapshot-00000000000000000005.json", [1])
        #expect(try desk.store.newestSnapshot(through: 9)?.sequence == 3)
        desk.close()
    }

    @Test("a snapshot that cannot be read counts for none of the two that are kept")
    func damagedSnapshots() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        for _ in 1...3 {
            Self.add(desk)
            try desk.writeSnapshot()
        }
        storage.put("snapshot-00000000000000000003.json", [1])
        for _ in 4...5 {
            Self.add(desk)
            try desk.writeSnapshot()
            #expect(try desk.store.newestSnapshot(through: 9)?.sequence == UInt64(desk.texts.count))
        }
        let kept = try storage.names().filter { $0.hasPrefix("snapshot-") }
        #expect(kept.map { $0.suffix(6) } == ["4.json", "5.json"])
        desk.close()
    }

    @Test("the last record is marked once, however often a stop or a start asks for it")
    func marks() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, StoreShape(segmentBytes: 20_000, recordBytesMax: 64))
        Self.add(desk)
        try desk.store.markEnd()
        let mark = try #require(storage.content(of: SmallDesk.mark))
        storage.take(SmallDesk.mark)
        try desk.store.markEnd()
        #expect(storage.content(of: SmallDesk.mark) == nil)
        storage.put(SmallDesk.mark, mark)
        desk.close()
        let again = try Desk(storage, StoreShape(segmentBytes: 20_000, recordBytesMax: 64))
        storage.take(SmallDesk.mark)
        try again.store.markEnd()
        #expect(storage.content(of: SmallDesk.mark) == nil)
        Self.add(again)
        try again.store.markEnd()
        #expect(storage.content(of: SmallDesk.mark) != nil)
        again.close()
    }

    @Test("a torn end is put aside under a name that is free, byte for byte")
    func torn() throws {
        let (storage, texts) = try SmallDesk.made()
        let content = try #require(storage.content(of: SmallDesk.last))
        let line = try #require(content.split(separator: 10).dropLast().last)
        var cut = content
        for position in line.startIndex + 40...line.endIndex { cut[position] = 0 }
        let name = "torn-8-\(line.startIndex)"
        for (number, expected) in [name, "\(name)-2", "\(name)-3"].enumerated() {
            storage.put(SmallDesk.last, cut)
            storage.take(SmallDesk.mark)
            let desk = try Desk(storage, SmallDesk.shape, beginning: .refused)
            #expect(desk.texts == Array(texts.dropLast()))
            let note = RecoveryNote.tornTail(
                segment: SmallDesk.last, offset: line.startIndex, sequence: 8, bytes: 40,
                keptAs: expected)
            #expect(desk.recovered.notes == [note])
            #expect(storage.content(of: expected) == Array(line.prefix(40)))
            #expect(try storage.names().filter { $0.hasPrefix("torn-") }.count == number + 1)
            // What was torn is gone from the journal: the record comes again in its place.
            #expect(desk.waitForRoom(48) && desk.submit(bytes: 48) && desk.waitUntilDurable())
            desk.close()
            #expect(storage.content(of: SmallDesk.last) == content)
        }
    }

    @Test("a desk whose segment is nearly full is not refused a record at its start")
    func room() throws {
        let storage = FaultyStorage()
        var segments = 0
        for _ in 1...15 {
            storage.take("journal-spare.tmp")
            let desk = try Desk(storage, Self.shape)
            #expect(desk.canAccept(64))
            #expect(desk.submit(bytes: 64) && desk.waitUntilDurable())
            segments = try Self.firsts(storage).count
            desk.close()
        }
        #expect(segments >= 3)
    }
}
