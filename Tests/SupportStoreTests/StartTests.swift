import Glibc
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// What a start finds, and what it takes for damage.
@Suite struct StartTests {
    private static let shape = StoreShape(
        segmentBytes: 2_000, recordBytesMax: 200, queueBytesMax: 10_000,
        spareRetry: .milliseconds(1))
    private static let first = "journal-00000000000000000001.jsonl"
    private static let mark = "durable.json"

    /// Thirty records in several segments with a snapshot after the twentieth; the journal ends in a
    /// torn record if so wished.
    private static func desk(torn: Bool = false) throws -> (storage: FaultyStorage, texts: [String])
    {
        let storage = FaultyStorage()
        let desk = try Desk(storage, shape)
        for number in 1...30 {
            #expect(desk.waitForRoom(150) && desk.submit(bytes: 150))
            #expect(desk.waitUntilDurable())
            if number == 20 { try desk.writeSnapshot() }
        }
        desk.close()
        if torn {
            let last = try #require(try segments(storage).last)
            var content = try #require(storage.content(of: last))
            let end = try #require(content.lastIndex { $0 != 0 })
            for position in (end - 20)...end { content[position] = 0 }
            storage.put(last, content)
            // A power cut may take the mark of what it did not take.
            storage.take(mark)
        }
        return (storage, torn ? Array(desk.texts.dropLast()) : desk.texts)
    }

    private static func segments(_ storage: FaultyStorage) throws -> [String] {
        try storage.names().filter { $0.hasSuffix(".jsonl") }.sorted()
    }

    /// Takes the last record out of the journal's last segment, and says which that is.
    private static func takeLastRecord(from storage: FaultyStorage) throws -> String {
        let last = try #require(try segments(storage).last)
        var bytes = try #require(storage.content(of: last))
        let end = bytes.firstIndex(of: 0) ?? bytes.endIndex
        let line = bytes[..<(end - 1)].lastIndex(of: UInt8(ascii: "\n")) ?? 0
        for place in (line + 1)..<end { bytes[place] = 0 }
        storage.put(last, bytes)
        return last
    }

    private static func fault(_ storage: FaultyStorage) -> StoreFault? {
        do {
            try Desk(storage, shape, beginning: .refused).close()
            return nil
        } catch {
            return error as? StoreFault
        }
    }

    /// What a start finds where a bit of a file is another; nil for nothing.
    private static func fault(
        _ storage: FaultyStorage, flipping position: Int, of name: String
    ) throws -> StoreFault? {
        let changed = storage.copied()
        try changed.flip(name, at: position)
        return fault(changed)
    }

    @Test(
        "trouble at any call of a start is not damage, and is over with it",
        arguments: [EIO, EMFILE, ENOSPC, EACCES, ENOMEM, EROFS])
    func trouble(errno: Int32) throws {
        let (intact, texts) = try Self.desk(torn: true)
        var faults = 0
        for call in 1..<1_000 {
            let storage = intact.copied()
            storage.plan(.fail(errno: errno), atCall: call)
            let before = storage.calls
            #expect(before == 0)
            do {
                let desk = try Desk(storage, Self.shape, beginning: .refused)
                desk.close()
                // What came through by itself: a snapshot passed over, or work after the start.
                #expect(desk.texts == texts, "call \(call)")
            } catch let fault as StoreFault {
                #expect(!fault.isDamage, "call \(call): \(fault)")
                faults += 1
            }
            if storage.calls < call { break }
            let again = try Desk(storage.copied(), Self.shape, beginning: .refused)
            #expect(again.texts == texts, "call \(call)")
            again.close()
        }
        #expect(faults > 20)
    }

    @Test("a snapshot that cannot be read for now makes nothing missing")
    func unreadableSnapshot() throws {
        let storage = FaultyStorage()
        let shape = StoreShape(
            segmentBytes: 2_000, recordBytesMax: 200, queueBytesMax: 10_000,
            retention: .keepSinceOlderSnapshot, spareRetry: .milliseconds(1))
        let desk = try Desk(storage, shape)
        for _ in 0..<2 {
            for _ in 0..<20 { #expect(desk.waitForRoom(150) && desk.submit(bytes: 150)) }
            #expect(desk.waitUntilDurable())
            try desk.writeSnapshot()
        }
        desk.close()
        for name in try storage.names() where name.hasSuffix("20.json") { storage.take(name) }
        var reported: Set<Bool> = []
        for call in 1..<60 {
            let changed = storage.copied()
            changed.plan(.fail(errno: EMFILE), atCall: call)
            do {
                try Desk(changed, shape, beginning: .refused).close()
            } catch let fault as StoreFault {
                reported.insert(fault.isDamage)
            }
        }
        #expect(reported == [false])
    }

    @Test("a first segment that is gone is missed behind a snapshot")
    func firstSegment() throws {
        let (storage, _) = try Self.desk()
        storage.take(Self.first)
        let fault = Self.fault(storage)
        #expect(fault?.file == Self.first)
        #expect(fault?.cause == .missing("the first segment is not there"))
    }

    @Test("the end of every segment behind a snapshot is checked")
    func ends() throws {
        let (storage, texts) = try Self.desk()
        let names = try Self.segments(storage).prefix { $0 < "journal-00000000000000000014" }
        #expect(names.count >= 2)
        for name in names {
            let content = try #require(storage.content(of: name))
            let lines = content.split(separator: 10)
            let record = try #require(lines.dropLast().last { $0.starts(with: [123, 34, 115]) })
            for position in [record.startIndex, record.startIndex + 70, record.endIndex - 1] {
                let fault = try Self.fault(storage, flipping: position, of: name)
                #expect(fault?.file == name && fault?.isDamage == true)
                #expect(fault?.offset == record.startIndex)
            }
            // The end line is not synced: zeros in its place are the legal end too.
            let changed = storage.copied()
            var bytes = content
            for position in record.endIndex + 1..<bytes.count { bytes[position] = 0 }
            changed.put(name, bytes)
            let desk = try Desk(changed, Self.shape, beginning: .refused)
            #expect(desk.texts == texts)
            desk.close()
        }
    }

    @Test("a start reads of the segments behind a snapshot no more than their ends")
    func middle() throws {
        let (storage, texts) = try Self.desk()
        try storage.flip(Self.first, at: 600)
        let desk = try Desk(storage, Self.shape, beginning: .refused)
        #expect(desk.texts == texts)
        let fault = #expect(throws: StoreFault.self) { _ = try desk.store.verify() }
        #expect(fault?.file == Self.first && fault?.isDamage == true)
        // What was written since is whole.
        #expect(try desk.store.verify(since: 20).lastSequence == 30)
        #expect(throws: StoreFault.self) { _ = try desk.store.verify(since: 3) }
        desk.close()
    }

    @Test("a check ends when nobody wants it any more, and misses a file that is gone")
    func check() throws {
        let (storage, _) = try Self.desk()
        let desk = try Desk(storage, Self.shape, beginning: .refused)
        var left = 12
        let stopped = #expect(throws: StoreFault.self) {
            _ = try desk.store.verify {
                left -= 1
                return left > 0
            }
        }
        #expect(stopped?.cause == .stopped && stopped?.isDamage == false && left == 0)
        let whole = try desk.store.verify()
        #expect(whole.snapshots == [20] && whole.firstSequence == 1)
        let recent = try desk.store.verify(since: 25)
        #expect(recent.segments < whole.segments && (13...26).contains(recent.firstSequence))
        for since: UInt64 in [30, 31, .max] {
            #expect(try desk.store.verify(since: since).segments == 1)
        }
        storage.take(try Self.segments(storage)[1])
        let missing = #expect(throws: StoreFault.self) { _ = try desk.store.verify() }
        #expect(missing?.isDamage == true)
        desk.close()
    }

    @Test("a start marks the last record, so that damage to it is not taken for a torn end")
    func markedByTheStart() throws {
        let (intact, texts) = try Self.desk()
        intact.take(Self.mark)
        try Desk(intact, Self.shape, beginning: .refused).close()
        #expect(intact.content(of: Self.mark) != nil)
        let last = try #require(try Self.segments(intact).last)
        let content = try #require(intact.content(of: last))
        let end = try #require(content.lastIndex { $0 != 0 })
        for position in (end - 200)...end {
            let fault = try Self.fault(intact, flipping: position, of: last)
            #expect(fault?.file == last && fault?.isDamage == true)
            #expect(fault?.description.contains("durable.json") == true || position < end - 180)
        }
        // A mark that is damaged itself takes nothing away.
        intact.put(Self.mark, [1, 2, 3])
        let desk = try Desk(intact, Self.shape, beginning: .refused)
        #expect(desk.texts == texts && desk.recovered.notes.count == 1)
        let note = try #require(desk.recovered.notes.first?.description)
        #expect(note.hasPrefix("durable.json was passed over: ") && !note.contains("backup"))
        #expect(note.contains("the start writes it anew. Nothing is missing"))
        desk.close()
        let again = try Desk(intact, Self.shape, beginning: .refused)
        #expect(again.recovered.notes == [])
        again.close()
    }

    @Test("a stop marks the last record, also where a snapshot contains it")
    func markedByTheStop() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        #expect(desk.submit(bytes: 150) && desk.waitUntilDurable())
        try desk.writeSnapshot()
        desk.close()
        storage.take(Self.mark)
        try desk.store.markEnd()
        let first = String(decoding: storage.content(of: Self.mark) ?? [], as: UTF8.self)
        #expect(first.contains(#""seq":1,"#))
        let again = try Desk(storage, Self.shape)
        #expect(again.submit(bytes: 150) && again.waitUntilDurable())
        again.close()
        try again.store.markEnd()
        let text = String(decoding: storage.content(of: Self.mark) ?? [], as: UTF8.self)
        #expect(text.contains(#""seq":2,"#))
        #expect(try again.store.verify().snapshots == [1])
        storage.put(Self.mark, Array(text.replacing(#""seq":2"#, with: #""seq":3"#).utf8))
        #expect(throws: StoreFault.self) { _ = try again.store.verify() }
    }

    @Test("an end that is cut between two records shows, after a kill and after a stop")
    func cleanCut() throws {
        for isStopped in [false, true] {
            let storage = FaultyStorage()
            let desk = try Desk(storage, Self.shape)
            for number in 1...12 {
                #expect(desk.waitForRoom(150) && desk.submit(bytes: 150))
                #expect(desk.waitUntilDurable())
                if number == 6 { try desk.writeSnapshot() }
            }
            if isStopped { try desk.writeSnapshot() }
            desk.close()
            if isStopped { try desk.store.markEnd() }
            // The newest snapshot goes too: it would contain the last record.
            let snapshots = try storage.names().filter { $0.hasPrefix("snapshot-") }.sorted()
            if isStopped { storage.take(snapshots[snapshots.count - 1]) }
            let last = try Self.takeLastRecord(from: storage)
            let fault = Self.fault(storage)
            #expect(fault?.file == last && fault?.isDamage == true, "stopped: \(isStopped)")
            #expect(
                fault?.description.contains("but durable.json tells of record 12") == true,
                "\(fault?.description ?? "started")")
        }
    }

    @Test(
        "the newest of several snapshots tells how far the journal goes, also where it is damaged")
    func theNewestSnapshotTells() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        for number in 1...12 {
            #expect(desk.waitForRoom(150) && desk.submit(bytes: 150))
            #expect(desk.waitUntilDurable())
            if [6, 12].contains(number) { try desk.writeSnapshot() }
        }
        desk.close()
        let newest = "snapshot-00000000000000000012.json"
        storage.take(Self.mark)
        storage.put(newest, [1, 2, 3])
        let last = try Self.takeLastRecord(from: storage)
        let fault = Self.fault(storage)
        #expect(fault?.file == last && fault?.isDamage == true)
        #expect(fault?.description.contains("but \(newest) tells of record 12") == true)
    }

    @Test("a mark that cannot be written keeps no record from being durable")
    func unmarked() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        #expect(desk.submit(bytes: 150) && desk.waitUntilDurable())
        storage.take(Self.mark)
        for _ in 1...3 { #expect(desk.submit(bytes: 150) && desk.waitUntilDurable()) }
        let texts = desk.texts
        desk.close()
        let again = try Desk(storage, Self.shape, beginning: .refused)
        #expect(again.texts == texts && again.recovered.notes == [])
        again.close()
    }

    @Test("a full disk does not keep a desk from starting")
    func fullDisk() throws {
        let (storage, texts) = try Self.desk()
        storage.take(Self.mark)
        let used = try storage.names().reduce(0) { $0 + (storage.content(of: $1)?.count ?? 0) }
        storage.take("journal-spare.tmp")
        storage.limitSpace(to: used - 2_000)
        let desk = try Desk(storage, Self.shape, beginning: .refused)
        #expect(desk.texts == texts)
        #expect(storage.content(of: Self.mark) == nil)
        // The stop marks the end that the start had no room to mark.
        storage.limitSpace(to: nil)
        try desk.store.markEnd()
        #expect(storage.content(of: Self.mark) != nil)
        desk.close()
    }
}
