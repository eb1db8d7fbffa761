import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// What a healthy store does.
@Suite struct StoreTests {
    private static func shape(_ retention: StoreShape.Retention = .keepAll) -> StoreShape {
        StoreShape(
            segmentBytes: 2_000, recordBytesMax: 200, queueBytesMax: 10_000, retention: retention,
            spareRetry: .milliseconds(1))
    }

    private static func fill(_ desk: Desk, _ count: Int) {
        for _ in 0..<count { #expect(desk.waitForRoom(150) && desk.submit(bytes: 150)) }
        #expect(desk.waitUntilDurable())
    }

    /// A desk with so many records, open.
    private static func filled(_ count: Int) throws -> (storage: FaultyStorage, desk: Desk) {
        let storage = FaultyStorage()
        let desk = try Desk(storage, shape())
        fill(desk, count)
        return (storage, desk)
    }

    @Test func aNewDeskIsEmptyAndIsFoundAgain() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape())
        #expect(desk.recovered.isNew && desk.texts == [] && desk.recovered.notes == [])
        #expect(desk.store.durableSequence == 0 && desk.store.firstSequence == 1)
        let verified = try desk.store.verify()
        #expect((verified.firstSequence, verified.lastSequence, verified.segments) == (1, 0, 1))
        desk.close()
        let again = try Desk(storage, Self.shape(), beginning: .refused)
        #expect(!again.recovered.isNew && again.texts == [])
        #expect(again.store.desk == desk.store.desk)
        again.close()
    }

    @Test func recordsSurviveManySegmentsAndRestarts() throws {
        let storage = FaultyStorage()
        var texts: [String] = []
        for _ in 0..<4 {
            let desk = try Desk(storage, Self.shape())
            #expect(desk.texts == texts)
            Self.fill(desk, 13)
            texts = desk.texts
            desk.close()
            #expect(desk.recovered.notes.count <= 1)
        }
        #expect(texts.count == 52)
        #expect(try storage.names().filter { $0.hasSuffix(".jsonl") }.count > 5)
    }

    @Test func aLineReadsAsJSONWithItsSeals() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape())
        #expect(desk.submit(bytes: 30) && desk.waitUntilDurable())
        desk.close()
        let content = try #require(storage.content(of: "journal-00000000000000000001.jsonl"))
        let lines = content.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
        let pattern =
            #/\{"seq":1,"x":"b+","synced":0,"chain":"[0-9a-f]{32}","crc":"[0-9a-f]{8}"\}/#
        #expect(lines[1].wholeMatch(of: pattern) != nil)
        #expect(content.count == 2_000)
    }

    @Test func recordsAreReadFromAnywhereWithinLimits() throws {
        let desk = try Self.filled(40).desk
        let store = desk.store
        for first in [1, 2, 7, 8, 20, 40] {
            let records = try store.readRecords(
                after: UInt64(first - 1), countMax: 5, bytesMax: 10_000)
            #expect(records.map { Int($0.sequence) } == Array(first..<min(first + 5, 41)))
            #expect(
                records.map { String(decoding: $0.text, as: UTF8.self) }
                    == Array(desk.texts[(first - 1)..<min(first + 4, 40)]))
        }
        #expect(try store.readRecords(after: 40, countMax: 5, bytesMax: 10_000) == [])
        #expect(try store.readRecords(after: 2, countMax: 9, bytesMax: 1).map(\.sequence) == [3])
        #expect(
            try store.readRecords(after: 2, countMax: 9, bytesMax: 301).map(\.sequence) == [3, 4])
        desk.close()
    }

    @Test func readingWhileWritingSeesOnlyWholeDurableRecords() throws {
        let desk = try Desk(FaultyStorage(), Self.shape())
        let store = desk.store
        let seen = GuardedState<[UInt64]>([])
        let reader = try WorkerThread(name: "reader") {
            var passed: UInt64 = 0
            while passed < 60 {
                guard
                    let records = try? store.readRecords(
                        after: passed, countMax: 7, bytesMax: 5_000)
                else { break }
                passed += UInt64(records.count)
                seen.change { $0 += records.map(\.sequence) }
            }
        }
        Self.fill(desk, 60)
        reader.join()
        #expect(seen.withLock { $0 } == Array(1...60))
        desk.close()
    }

    @Test func twoSnapshotsAreKeptAndTheJournalForEver() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape())
        for _ in 0..<4 {
            Self.fill(desk, 10)
            try desk.writeSnapshot()
        }
        desk.close()
        let snapshots = try storage.names().filter { $0.hasPrefix("snapshot-") }
        #expect(snapshots.map { $0.suffix(7) } == ["30.json", "40.json"])
        let again = try Desk(storage, Self.shape())
        #expect(again.recovered.snapshot?.sequence == 40)
        #expect(again.store.firstSequence == 1)
        let checked = try again.store.verify()
        #expect(checked.snapshots == [40, 30] && checked.firstSequence == 1)
        again.close()
        // The newer one is damaged: the older one and the records after it give the same.
        storage.put(snapshots[1], [1, 2, 3])
        let older = try Desk(storage, Self.shape())
        #expect(older.recovered.snapshot?.sequence == 30 && older.texts == desk.texts)
        let note = try #require(older.recovered.notes.first?.description)
        #expect(older.recovered.notes.count == 1)
        #expect(note.hasPrefix("a snapshot was passed over: cannot read a snapshot: "))
        #expect(note.hasSuffix("nothing needs to be done; if this comes again, look at the disk"))
        #expect(!note.contains("backup"), "there is nothing to restore")
        older.close()
    }

    @Test func oldSegmentsGoOnlyWhenAskedAndOnlyBeforeTheOlderSnapshot() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape(.keepSinceOlderSnapshot))
        for _ in 0..<3 {
            Self.fill(desk, 20)
            try desk.writeSnapshot()
        }
        let first = desk.store.firstSequence
        #expect(first > 20 && first <= 41)
        #expect(try desk.store.verify().firstSequence == first)
        #expect(throws: StoreFault.self) {
            _ = try desk.store.readRecords(after: first - 2, countMax: 1, bytesMax: 1)
        }
        desk.close()
        let shape = Self.shape(.keepSinceOlderSnapshot)
        for name in try storage.names() where name.hasPrefix("snapshot-") {
            // Each of the two alone is enough; without both the beginning is missing.
            let changed = storage.copied()
            changed.take(name)
            let again = try Desk(changed, shape)
            #expect(again.texts == desk.texts)
            again.close()
        }
        for name in try storage.names() where name.hasPrefix("snapshot-") { storage.take(name) }
        let error = #expect(throws: StoreFault.self) { try Desk(storage, shape).close() }
        #expect(error?.file == (try storage.names().first { $0.hasSuffix(".jsonl") }))
        #expect(error?.offset == 0)
        #expect(
            error?.cause
                == .missing("the journal begins behind record 1, and no usable snapshot is there"))
    }

    @Test func verifyingFindsWhatASnapshotHides() throws {
        let (storage, desk) = try Self.filled(30)
        try desk.writeSnapshot()
        desk.close()
        let name = "journal-00000000000000000001.jsonl"
        try storage.flip(name, at: 600)
        let again = try Desk(storage, Self.shape())
        let error = #expect(throws: StoreFault.self) { _ = try again.store.verify() }
        #expect(error?.file == name && error?.segment == .older)
        #expect(
            error?.hint.contains("put this file back from a backup that has the next file") == true)
        #expect(error?.withoutPlace.segment == nil)
        #expect((1...600).contains(error?.offset ?? 0))
        again.close()
    }

    @Test func verifyingMissesTheMarker() throws {
        let (storage, desk) = try Self.filled(3)
        let marker = try #require(storage.content(of: "initialised"))
        storage.take("initialised")
        let lost = #expect(throws: StoreFault.self) { _ = try desk.store.verify() }
        #expect(lost?.file == "initialised" && lost?.cause == .missing("it is not there"))
        #expect(lost?.isDamage == true)
        storage.put("initialised", Array(marker.dropLast(4)))
        let cut = #expect(throws: StoreFault.self) { _ = try desk.store.verify(since: 3) }
        #expect(cut?.file == "initialised" && cut?.isDamage == true)
        let other = FaultyStorage()
        try Desk(other, Self.shape()).close()
        storage.put("initialised", try #require(other.content(of: "initialised")))
        let strange = #expect(throws: StoreFault.self) { _ = try desk.store.verify() }
        #expect(strange?.cause == .damaged("it belongs to another desk"))
        storage.put("initialised", marker)
        #expect(try desk.store.verify().lastSequence == 3)
        desk.close()
    }

    @Test func aSegmentThatIsMissingIsDamageWhereItIsNeeded() throws {
        let (storage, desk) = try Self.filled(30)
        let name = "journal-00000000000000000001.jsonl"
        storage.take(name)
        let read = #expect(throws: StoreFault.self) {
            _ = try desk.store.readRecords(after: 1, countMax: 1, bytesMax: 1)
        }
        #expect(read?.file == name && read?.cause == .missing("it is not there"))
        #expect(read?.isDamage == true)
        #expect(try desk.store.readRecords(after: 29, countMax: 1, bytesMax: 1).count == 1)
        #expect(try desk.store.verify(since: 29).lastSequence == 30)
        let whole = #expect(throws: StoreFault.self) { _ = try desk.store.verify() }
        #expect(whole?.file == name && whole?.isDamage == true)
        desk.close()
    }

    @Test func filesThatAreGoneAreMissed() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape())
        let first = "journal-00000000000000000001.jsonl"
        for name in [first, "initialised"] {
            try desk.store.expectFiles()
            try storage.rename(name, to: "aside")
            let lost = #expect(throws: StoreFault.self) { try desk.store.expectFiles() }
            #expect(lost?.file == name && lost?.cause == .missing("it is not there"))
            try storage.rename("aside", to: name)
        }
        let content = try #require(storage.content(of: first))
        storage.put(first, content)
        let other = #expect(throws: StoreFault.self) { try desk.store.expectFiles() }
        #expect(other?.cause == .missing("another file has its name"))
        // The next segment is another file, and the one before it is written no more.
        Self.fill(desk, 20)
        try desk.store.expectFiles()
        storage.take(first)
        try desk.store.expectFiles()
        desk.close()
    }

    @Test func recordsBeforeDamageAreStillRead() throws {
        let (storage, desk) = try Self.filled(5)
        let name = "journal-00000000000000000001.jsonl"
        var content = try #require(storage.content(of: name))
        let third = content.split(separator: 10)[3]
        content[third.startIndex + 20] ^= 1
        storage.put(name, content)
        let read = { (passed: UInt64) throws(StoreFault) in
            try desk.store.readRecords(after: passed, countMax: 5, bytesMax: 10_000)
        }
        #expect(try read(0).map(\.sequence) == [1, 2])
        let error = #expect(throws: StoreFault.self) { _ = try read(2) }
        #expect(error?.file == name && error?.offset == third.startIndex)
        desk.close()
    }

    @Test func aSecondOpenerIsRefusedAndChangesNothing() throws {
        let storage = FaultyStorage()
        let first = try Desk(storage, Self.shape())
        Self.fill(first, 3)
        first.close()
        let desk = try Desk(storage, Self.shape())
        Self.fill(desk, 3)
        storage.put("snapshot-1.json.tmp", [1])
        // The first desk goes on meanwhile: it readies its next segment.
        let names = { () throws(SystemFault) in
            Set(try storage.names().filter { !$0.hasPrefix("journal-spare") })
        }
        let before = try names()
        let error = #expect(throws: StoreFault.self) { try Desk(storage, Self.shape()).close() }
        #expect(error?.cause == .inUse)
        #expect(try names() == before)
        Self.fill(desk, 3)
        desk.close()
        let again = try Desk(storage, Self.shape())
        #expect(again.texts.count == 9)
        #expect(try !storage.names().contains("snapshot-1.json.tmp"))
        again.close()
    }

    @Test(arguments: [
        "journal-00000000000000000007.jsonl", "journal-1.jsonl",
        "snapshot-00000000000000000007.json", "snapshot-00000000000000000007.jsonl",
        "torn-1-200", "durable.json", "durable-old", "initialised.bak",
    ])
    func anythingOfOursWithoutAMarkerIsRefused(name: String) throws {
        let storage = FaultyStorage()
        storage.put(name, [1])
        let error = #expect(throws: StoreFault.self) { try Desk(storage, Self.shape()).close() }
        #expect(
            error?.cause == .missing("it holds files of a desk, but initialised is not there"))
        #expect(try storage.names() == [name])
    }

    @Test(
        "files that are named nearly as ours are left alone by a desk at work",
        arguments: [
            "journal-7.jsonl", "journal-0000000000000000007:.jsonl",
            "journal-000000000000000000007.jsonl", "journal-00000000000000000007.json",
            "snapshot-7.json", "snapshot-0000000000000000007:.json", "torn-1-200", "durable",
            "initialised.old", "segment-00000000000000000007.jsonl",
        ])
    func nearlyOurs(name: String) throws {
        let (storage, desk) = try Self.filled(20)
        try desk.writeSnapshot()
        desk.close()
        storage.put(name, [1])
        let again = try Desk(storage, Self.shape(), beginning: .refused)
        #expect(again.texts == desk.texts && again.recovered.notes == [])
        #expect(again.recovered.snapshot?.sequence == 20)
        #expect(try again.store.verify().snapshots == [20])
        again.close()
        #expect(storage.content(of: name) == [1])
    }

    @Test("the order in which a directory lists its files is of no matter")
    func anyOrder() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape())
        for _ in 1...2 {
            Self.fill(desk, 15)
            try desk.writeSnapshot()
        }
        desk.close()
        let backwards = BackwardsStorage(storage: storage)
        let again = try Desk(backwards, Self.shape(), beginning: .refused)
        #expect(again.texts == desk.texts && again.recovered.snapshot?.sequence == 30)
        #expect(try again.store.verify().snapshots == [30, 15])
        again.close()
        let strange = FaultyStorage()
        for name in ["a", "b", "c"] { strange.put(name, []) }
        let error = #expect(throws: StoreFault.self) {
            try Desk(BackwardsStorage(storage: strange), Self.shape()).close()
        }
        #expect(error?.cause == .occupied("it is not empty: a is in it"))
    }

    @Test("an unfinished file is removed and reported, but for the spare, which every end leaves")
    func unfinished() throws {
        let storage = FaultyStorage()
        try Desk(storage, Self.shape()).close()
        storage.put("journal-spare.tmp", [0])
        storage.put("durable.json.tmp", [0])
        let desk = try Desk(storage, Self.shape(), beginning: .refused)
        #expect(desk.recovered.notes == [.unfinishedFileRemoved("durable.json.tmp")])
        #expect(storage.content(of: "durable.json.tmp") == nil)
        desk.close()
    }

    @Test("a store takes records once")
    func startedTwice() throws {
        let desk = try Desk(FaultyStorage(), Self.shape())
        let error = #expect(throws: StoreFault.self) {
            _ = try desk.store.startCommitting(onDurable: { _ in }, onFault: { _ in })
        }
        #expect(error?.cause == .misused("it was started before"))
        desk.close()
    }

    @Test func strangersFilesDoNoHarm() throws {
        let storage = FaultyStorage()
        storage.put("lost+found", [])
        let desk = try Desk(storage, Self.shape())
        storage.put("notes.tmp", [1])
        Self.fill(desk, 2)
        desk.close()
        let again = try Desk(storage, StoreShape(segmentBytes: 9_000, recordBytesMax: 400))
        #expect(again.texts == desk.texts)
        #expect(try Set(storage.names()).isSuperset(of: ["lost+found", "notes.tmp"]))
        again.close()
    }
}
