import Glibc
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// Old segments that are moved to another directory, and read from there.
struct ArchiveTests {
    private static func desk(
        _ state: FaultyStorage, _ archive: FaultyStorage
    ) throws -> Desk {
        try Desk(ArchivedStorage(state, archive: archive), OldDesk.shape, beginning: .refused)
    }

    /// A desk whose old segments are in an archive.
    private static func made() throws -> (
        state: FaultyStorage, archive: FaultyStorage, texts: [String]
    ) {
        let (state, texts) = try OldDesk.made()
        let archive = FaultyStorage()
        let desk = try desk(state, archive)
        #expect(try !OldDesk.compress(desk.store).isEmpty)
        desk.close()
        return (state, archive, texts)
    }

    /// Everything in both directories, read without snapshots; verified.
    private static func texts(
        _ state: FaultyStorage, _ archive: FaultyStorage
    ) throws -> [String] {
        let desk = try desk(try OldDesk.withoutSnapshots(state), archive.copied())
        defer { desk.close() }
        #expect(try desk.store.verify().lastSequence == UInt64(desk.texts.count))
        return desk.texts
    }

    @Test("what is old goes to the archive, and is read from there")
    func moved() throws {
        let (state, archive, texts) = try Self.made()
        let names = try OldDesk.journal(archive)
        #expect(names.count >= 2 && names[0] == OldDesk.compressed)
        #expect(try archive.names() == names)
        #expect(try OldDesk.journal(state).allSatisfy { !$0.hasSuffix(".zst") })
        #expect(try Self.texts(state, archive) == texts)
        let desk = try Self.desk(state, archive)
        defer { desk.close() }
        #expect(try desk.store.oldSegments() == [])
        #expect(desk.store.firstSequence == 1)
        for first in texts.indices {
            let read = try desk.store.readRecords(
                after: UInt64(first), countMax: 2, bytesMax: 10_000)
            #expect(
                read.map { String(decoding: $0.text, as: UTF8.self) }
                    == Array(texts[first...].prefix(2)))
        }
        let target = FaultyStorage()
        _ = try BackupTests.backUp(desk.store, into: target)
        #expect(try BackupTests.texts(in: target) == texts)
        #expect(try target.names().contains { $0.hasPrefix(OldDesk.compressed) })
        let stored = try StoredDesk(ArchivedStorage(state.copied(), archive: archive))
        #expect(stored.names.contains(OldDesk.compressed))
    }

    @Test("what was compressed before there was an archive is moved as it is")
    func movedLater() throws {
        let (state, texts) = try OldDesk.made(compressing: true)
        let content = state.content(of: OldDesk.compressed)
        let archive = FaultyStorage()
        let desk = try Self.desk(state, archive)
        #expect(try desk.store.oldSegments().allSatisfy { !$0.isPlain })
        let made = try OldDesk.compress(desk.store)
        #expect(made.first?.name == OldDesk.compressed && made.first?.plainBytes == 916)
        desk.close()
        #expect(archive.content(of: OldDesk.compressed) == content)
        #expect(state.content(of: OldDesk.compressed) == nil)
        #expect(try Self.texts(state, archive) == texts)
        let again = try Self.desk(state, archive)
        try OldDesk.work(again, through: 40, snapshots: [30, 40])
        #expect(try OldDesk.compress(again.store).count >= 3)
        again.close()
        #expect(try Self.texts(state, archive) == again.texts)
    }

    @Test("a name that an earlier attempt did not make durable is not trusted")
    func namesThatAreNotDurable() throws {
        let (original, texts) = try OldDesk.made()
        var hits = 0
        for call in 1..<2_000 {
            let (state, archive) = (original.copied(), FaultyStorage())
            let desk = try Self.desk(state, archive)
            let begun = archive.calls
            archive.plan(.fail(errno: EIO), atCall: begun + call)
            _ = try? OldDesk.compress(desk.store)
            desk.close()
            guard archive.calls >= begun + call else { break }
            hits += 1
            // Another attempt while the power stays on, and the power cut after it.
            let again = try Self.desk(state, archive)
            try OldDesk.compress(again.store)
            again.close()
            let seed = UInt64(call)
            let (left, kept) = (state.rebooted(seed: seed), archive.rebooted(seed: seed + 1))
            #expect(try Self.texts(left, kept) == texts, "call \(call)")
        }
        #expect(hits > 10)
    }

    @Test("one archive is one desk's at a time")
    func locked() throws {
        let (state, _) = try OldDesk.made()
        let (other, _) = try OldDesk.made()
        let archive = FaultyStorage()
        let desk = try Self.desk(state, archive)
        let fault = #expect(throws: StoreFault.self) { try Self.desk(other, archive) }
        #expect(fault?.cause == .inUse)
        desk.close()
        // Neither lock is left.
        try Self.desk(other, archive).close()
        try Self.desk(state, archive).close()
    }

    @Test(
        "after any trouble at any call, of either directory, nothing is lost and it is finished",
        arguments: [true, false],
        [.powerCut, .fail(errno: ENOSPC)] as [StorageTrouble])
    func troubles(isOfArchive: Bool, trouble: StorageTrouble) throws {
        let (plain, texts) = try OldDesk.made()
        let (compressed, others) = try OldDesk.made(compressing: true)
        for (original, texts) in [(plain, texts), (compressed, others)] {
            var hits = 0
            for call in 1..<2_000 {
                let (state, archive) = (original.copied(), FaultyStorage())
                let desk = try Self.desk(state, archive)
                OldDesk.awaitSpare(state)
                let hit = isOfArchive ? archive : state
                let begun = hit.calls
                hit.plan(trouble, atCall: begun + call)
                _ = try? OldDesk.compress(desk.store)
                desk.close()
                guard hit.calls >= begun + call else { break }
                hits += 1
                // A power cut of one is one of the other, too.
                let seed = UInt64(call)
                let (left, kept) = (state.rebooted(seed: seed), archive.rebooted(seed: seed + 1))
                #expect(try Self.texts(left, kept) == texts, "call \(call)")
                let again = try Self.desk(left, kept)
                try OldDesk.compress(again.store)
                #expect(try again.store.oldSegments() == [], "call \(call)")
                again.close()
                #expect(try OldDesk.journal(left).allSatisfy { !$0.hasSuffix(".zst") })
                #expect(try Self.texts(left, kept) == texts, "call \(call)")
            }
            #expect(hits > 20, "\(hits)")
        }
    }

    @Test("without its archive the desk is refused, and says what is missing")
    func missing() throws {
        let (state, _, _) = try Self.made()
        for storage in try [state, OldDesk.withoutSnapshots(state)] {
            let fault = SmallDesk.fault(of: storage)
            #expect(fault?.file == OldDesk.first)
            #expect(
                fault?.reason == "the first segment is not there, nor in an archive of the journal")
            #expect(fault?.hint.contains("journal.archive") == true)
            #expect(throws: StoreFault.self) { try StoredDesk(storage) }
        }
        #expect(throws: StoreFault.self) { try Self.desk(state, FaultyStorage()).close() }
        #expect(try Store.lacksBeginning(state))
        #expect(try !Store.lacksBeginning(OldDesk.made().storage))
        #expect(try !Store.lacksBeginning(FaultyStorage()))
    }

    @Test("an archive that has something else is refused, and stays as it is")
    func occupied() throws {
        let (_, other, _) = try Self.made()
        let (original, texts) = try OldDesk.made()
        let later = FaultyStorage()
        later.put(OldDesk.first.replacing("01.jsonl", with: "07.jsonl.zst"), [1])
        for (archive, words) in [
            (other, "does not come before"), (later, "does not come before"),
            (original.copied(), "it is a state directory"),
        ] {
            let state = original.copied()
            let before = try archive.names()
            let desk = try Self.desk(state, archive)
            let fault = #expect(throws: StoreFault.self) { try OldDesk.compress(desk.store) }
            desk.close()
            #expect(fault?.reason.contains(words) == true, "\(fault as Any)")
            #expect(try archive.names() == before)
            #expect(try OldDesk.texts(state) == texts)
        }
        // Another file of the very name.
        let single = FaultyStorage()
        single.put(OldDesk.compressed, try #require(other.content(of: OldDesk.compressed)))
        let desk = try Self.desk(original.copied(), single)
        let fault = #expect(throws: StoreFault.self) { try OldDesk.compress(desk.store) }
        #expect(fault?.reason.contains("another \(OldDesk.compressed) is there") == true)
        desk.close()
    }

    @Test("a desk that was restored has all its segments itself, whatever is in the archive")
    func restored() throws {
        let (state, archive, texts) = try Self.made()
        let target = FaultyStorage()
        let desk = try Self.desk(state, archive)
        _ = try BackupTests.backUp(desk.store, into: target)
        // The desk goes on, and its archive with it.
        try OldDesk.work(desk, through: 40, snapshots: [30, 40])
        try OldDesk.compress(desk.store)
        desk.close()
        let files = try #require(try StoredBackup(target)).files
        let restored = FaultyStorage()
        try Restoration(into: restored).run(try StoredDesk(files), from: files)
        let again = try Self.desk(restored, archive)
        #expect(again.texts == texts)
        #expect(try again.store.verify().lastSequence == UInt64(texts.count))
        // What the archive has of the time after it is not written over.
        try OldDesk.work(again, through: 24, snapshots: [22, 24])
        let fault = #expect(throws: StoreFault.self) { try OldDesk.compress(again.store) }
        #expect(fault?.reason.contains("does not come before") == true)
        again.close()
        let empty = FaultyStorage()
        let moved = try Self.desk(restored, empty)
        try OldDesk.compress(moved.store)
        moved.close()
        #expect(try Self.texts(restored, empty) == again.texts)
    }

    @Test("segments go to the archive in their order only")
    func order() throws {
        let (state, texts) = try OldDesk.made()
        let archive = FaultyStorage()
        let desk = try Self.desk(state, archive)
        defer { desk.close() }
        let old = try desk.store.oldSegments()
        #expect(desk.store.hasArchive && old.count >= 2)
        let fault = #expect(throws: StoreFault.self) { try desk.store.compress(old[1]) { true } }
        #expect(fault?.reason == "segment 1 comes before it and is not archived")
        #expect(try archive.names() == [])
        #expect(try Self.texts(state, archive) == texts)
    }

    @Test("a damaged file of the archive is found and named")
    func damaged() throws {
        let (state, archive, _) = try Self.made()
        var content = try #require(archive.content(of: OldDesk.compressed))
        content[1_100] ^= 1
        let desk = try Self.desk(state, archive)
        defer { desk.close() }
        archive.put(OldDesk.compressed, content)
        let fault = #expect(throws: StoreFault.self) { try desk.store.verify() }
        #expect(fault?.file == OldDesk.compressed && fault?.segment == .older)
        archive.take(OldDesk.compressed)
        let gone = #expect(throws: StoreFault.self) { try desk.store.verify() }
        #expect(gone?.isDamage == true, "\(gone as Any)")
    }
}
