import Glibc
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// A disk that is full, and everything that is taken at most.
@Suite struct RoomTests {
    private static let shape = StoreShape(
        segmentBytes: 4_000, recordBytesMax: 300, queueBytesMax: 20_000,
        spareRetry: .milliseconds(1))

    private static func used(_ storage: FaultyStorage) throws -> Int {
        try storage.names().reduce(0) { $0 + (storage.content(of: $1)?.count ?? 0) }
    }

    /// Waits until the spare of a fresh desk is there: more is accepted than one segment holds.
    private static func waitForSpare(_ desk: Desk) {
        #expect(desk.waitForRoom(30))
        for _ in 0..<5_000 where !desk.canAccept(4_200, records: 20) { usleep(1_000) }
    }

    @Test(arguments: 1...10)
    func everythingAcceptedFitsWhileTheDiskIsFull(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        Self.waitForSpare(desk)
        storage.limitSpace(to: try Self.used(storage))
        // Only what is accepted is submitted, until nothing of any size is.
        repeat {
            while desk.canAccept(20) {
                let bytes = Int.random(in: 20...300, using: &random)
                if desk.canAccept(bytes) { #expect(desk.submit(bytes: bytes)) }
            }
            // A line on the disk takes less than was promised for it: again there is room.
            #expect(desk.waitUntilDurable())
        } while desk.canAccept(20)
        // More than a segment was taken, so the spare was used to its end.
        let bytes = desk.texts.reduce(0) { $0 + $1.utf8.count + 90 }
        #expect(bytes > 4_000)
        for _ in 0..<5_000 where desk.lackOfRoom == nil { usleep(1_000) }
        #expect(desk.lackOfRoom?.isLackOfSpace == true)
        #expect(desk.lackOfRoom?.description.contains("No space left on device") == true)
        // Reading goes on; nothing half-written was left; there is room again, and it works again.
        #expect(
            try desk.store.readRecords(after: 0, countMax: 1, bytesMax: 1).count == 1)
        // Every attempt begins one and takes it away again.
        let isGone = { (_: Int) in !(try storage.names().contains("journal-spare.tmp")) }
        #expect(try (0..<5_000).contains(where: isGone))
        storage.limitSpace(to: nil)
        #expect(desk.waitForRoom(300) && desk.submit(bytes: 300))
        #expect(desk.waitUntilDurable())
        #expect(desk.lackOfRoom == nil && desk.faults == [])
        desk.close()
        let again = try Desk(storage, Self.shape)
        #expect(again.texts == desk.texts)
        again.close()
    }

    /// A desk without room for another segment, which is not tried again by itself.
    private static func fullDesk(_ storage: FaultyStorage) throws -> Desk {
        let desk = try Desk(
            storage,
            StoreShape(segmentBytes: 4_000, recordBytesMax: 300, spareRetry: .seconds(86_400)))
        waitForSpare(desk)
        storage.limitSpace(to: try used(storage))
        for _ in 0..<5_000 where desk.lackOfRoom == nil {
            if desk.canAccept(300) { #expect(desk.submit(bytes: 300) && desk.waitUntilDurable()) }
        }
        for _ in 0..<5_000 where desk.lackOfRoom == nil { usleep(1_000) }
        return desk
    }

    @Test(
        "a disk that stays full is asked again only after a while, and a stop waits for no attempt")
    func attempts() throws {
        let storage = FaultyStorage()
        let desk = try Self.fullDesk(storage)
        #expect(desk.lackOfRoom?.isLackOfSpace == true)
        // The mark of the last record comes after it was acknowledged.
        var before = -1
        for _ in 0..<50 where storage.calls != before {
            before = storage.calls
            usleep(20_000)
        }
        for _ in 0..<200 { usleep(100) }
        #expect(storage.calls == before)
        desk.close()
    }

    @Test("a disk that was full is asked again soon where somebody wants that")
    func attemptSoon() throws {
        let storage = FaultyStorage()
        let desk = try Self.fullDesk(storage)
        let fault = try #require(desk.lackOfRoom)
        #expect(fault.sentence.hasPrefix("cannot prepare a journal segment of 4000 bytes: "))
        storage.limitSpace(to: nil)
        // Once, and within the second in which there is no other attempt.
        desk.retrySoon()
        for _ in 0..<5_000 where desk.lackOfRoom != nil { usleep(1_000) }
        #expect(desk.lackOfRoom == nil)
        desk.close()
    }

    @Test func aSnapshotOnAFullDiskIsRefusedAndHarmsNothing() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        Self.waitForSpare(desk)
        #expect(desk.submit(bytes: 100) && desk.waitUntilDurable())
        storage.limitSpace(to: try Self.used(storage))
        let error = #expect(throws: StoreFault.self) { try desk.writeSnapshot() }
        #expect(error?.isLackOfSpace == true)
        #expect(desk.submit(bytes: 100) && desk.waitUntilDurable())
        storage.limitSpace(to: nil)
        try desk.writeSnapshot()
        desk.close()
        let again = try Desk(storage, Self.shape)
        #expect(again.recovered.snapshot?.sequence == 2)
        #expect(again.texts == desk.texts)
        again.close()
    }

    @Test func aRecordIsTakenAtTheLimitAndNotOnePast() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        #expect(desk.canAccept(300) && !desk.canAccept(301))
        #expect(desk.submit(bytes: 300) && desk.waitUntilDurable())
        #expect(desk.submit(raw: Desk.text(sequence: 2, bytes: 301), sequence: 2))
        #expect(
            desk.waitForFault()?.cause == .misused(#"damaged("record 2 is longer than 300 bytes")"#)
        )
        desk.close()
        let again = try Desk(storage, Self.shape)
        #expect(again.texts.count == 1)
        again.close()
    }

    @Test func theLongestRecordOfAllIsReadBack() throws {
        let storage = FaultyStorage()
        let shape = StoreShape(segmentBytes: 9_000_000)
        let desk = try Desk(storage, shape)
        #expect(desk.canAccept(4_194_304) && !desk.canAccept(4_194_305))
        #expect(desk.submit(bytes: 4_194_304) && desk.submit(bytes: 40))
        #expect(desk.waitUntilDurable())
        desk.close()
        let again = try Desk(storage, shape)
        #expect(again.texts == desk.texts)
        again.close()
    }

    @Test func theQueueIsTakenToItsLimitAndNotOnePast() throws {
        let desk = try Desk(
            FaultyStorage(),
            StoreShape(segmentBytes: 4_000, recordBytesMax: 300, queueBytesMax: 500))
        #expect(desk.canAccept(500 - 90) == false)
        #expect(desk.canAccept(320, records: 2) && !desk.canAccept(321, records: 2))
        #expect(desk.canAccept(0) && !desk.canAccept(-1) && !desk.canAccept(10, records: 0))
        #expect(!desk.canAccept(.max, records: .max) && !desk.canAccept(1, records: .max))
        #expect(!desk.canAccept(.max, records: .max / 91))
        desk.close()
        #expect(!desk.canAccept(10))
        #expect(!desk.submit(bytes: 40))
    }

    @Test("what the open segment and the spare hold is taken, less one longest line between them")
    func bothSegments() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        Self.waitForSpare(desk)
        let content = try #require(storage.content(of: SmallDesk.first))
        let header = try #require(content.split(separator: 10).first).count + 1
        // A spare has no header yet: 512 bytes are kept for it, and 96 in each for an end line.
        let most = (4_000 - header - 96) + (4_000 - 512 - 96) - (300 + 90)
        #expect(desk.canAccept(most - 20 * 90, records: 20))
        #expect(!desk.canAccept(most - 20 * 90 + 1, records: 20))
        desk.close()
    }

    @Test func aSnapshotIsTakenAtTheLimitAndNotOnePast() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, StoreShape(recordBytesMax: 64, snapshotBytesMax: 10))
        #expect(desk.submit(bytes: 40) && desk.waitUntilDurable())
        let content = [UInt8](repeating: 65, count: 11)
        try desk.store.writeSnapshot(content[..<10], sequence: 1)
        #expect(throws: StoreFault.self) {
            try desk.store.writeSnapshot(content[...], sequence: 1)
        }
        for sequence in [0, 2, .max] as [UInt64] {
            #expect(throws: StoreFault.self) {
                try desk.store.writeSnapshot([], sequence: sequence)
            }
        }
        desk.close()
    }

    @Test func theInstantOfCreationIsTakenAtTheLimitAndNotOnePast() {
        for (text, isTaken) in [
            (String(repeating: "x", count: 64), true), (String(repeating: "x", count: 65), false),
            ("a\"b", false), ("a\nb", false), ("a\\b", false), ("ä", false),
        ] {
            let storage = FaultyStorage()
            let opened = try? Store.open(
                storage, shape: Self.shape, created: text, beginning: .allowed)
            #expect((opened != nil) == isTaken, "\(text)")
            #expect((storage.content(of: "initialised") != nil) == isTaken)
            opened?.store.close()
        }
    }

    @Test("a record out of its turn is not queued, and nothing is taken behind it")
    func outOfTurn() throws {
        let desk = try Desk(FaultyStorage(), Self.shape)
        #expect(desk.submit(bytes: 40) && desk.waitUntilDurable())
        for sequence: UInt64 in [1, 3] {
            #expect(
                !desk.submit(raw: Desk.text(sequence: Int(sequence), bytes: 40), sequence: sequence)
            )
        }
        #expect(
            desk.waitForFault()?.cause == .misused("record 1 was submitted where 2 must come"))
        #expect(!desk.submit(bytes: 40) && !desk.canAccept(40))
        desk.close()
        #expect(desk.acknowledged == 1 && desk.faults.count == 1)
    }

    @Test(arguments: [
        ("{\"seq\":2}", 2), ("{\"seq\":1}\n", 1), ("{\"seq\":1,\"a\":\"\0\"}", 1),
        ("{\"seq\":1,\n\"a\":1}", 1), ("{\"seq\":1", 1),
        ("", 1), ("{\"seq\":18446744073709551617}", 1), ("{\"sex\":1}", 1), ("{\"seq\":01}", 1),
        ("{\"seq\":3}", 1),
    ])
    func aRecordThatCouldNotBeReadBackEndsTheJournal(text: String, sequence: UInt64) throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        _ = desk.submit(raw: text, sequence: sequence)
        guard case .misused? = desk.waitForFault()?.cause else {
            Issue.record("\(desk.faults)")
            return
        }
        desk.close()
        #expect(desk.acknowledged == 0)
    }
}
