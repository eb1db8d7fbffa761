import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// A state directory that is made of a backup.
struct RestorationTests {
    /// A backup of a desk of eight records in two segments, and its records.
    private static func backup() throws -> (files: any Storage, texts: [String]) {
        let (storage, texts) = try SmallDesk.marked()
        return (storage, texts)
    }

    private static func restore(_ files: any Storage, into target: FaultyStorage) throws {
        try Restoration(into: target).run(try StoredDesk(files), from: files)
    }

    @Test("a restored desk has every record and goes on")
    func whole() throws {
        let (files, texts) = try Self.backup()
        let target = FaultyStorage()
        try Self.restore(files, into: target)
        let desk = try Desk(target, SmallDesk.shape, beginning: .refused)
        #expect(desk.texts == texts)
        #expect(desk.waitForRoom(64) && desk.submit(bytes: 50) && desk.waitUntilDurable())
        desk.close()
        #expect(try target.names().allSatisfy { $0 != Restoration.noteName })
    }

    @Test("a restore that is cut short leaves no desk, or the whole one, and can be repeated")
    func troubles() throws {
        let (files, texts) = try Self.backup()
        var (none, whole) = (0, 0)
        for call in 1..<2_000 {
            let target = FaultyStorage()
            target.plan(.powerCut, atCall: call)
            let isDone = (try? Self.restore(files, into: target)) != nil
            let left = target.rebooted(seed: UInt64(call))
            if SmallDesk.fault(of: left.copied()) != nil {
                #expect(!isDone)
                try Self.restore(files, into: left)
                none += 1
            } else {
                whole += 1
            }
            let desk = try Desk(left, SmallDesk.shape, beginning: .refused)
            #expect(desk.texts == texts)
            desk.close()
            if target.calls < call { break }
        }
        #expect(none > 20 && whole > 0, "\(none) \(whole)")
    }

    @Test("a directory that has something in it is refused, and stays as it is")
    func occupied() throws {
        let (files, _) = try Self.backup()
        let (desk, _) = try SmallDesk.made()
        let torn = FaultyStorage()
        torn.put("torn-3-400", [1])
        let foreign = FaultyStorage()
        foreign.put("letters.txt", [1])
        for target in [desk, torn, foreign] {
            let before = try target.names()
            let fault = #expect(throws: StoreFault.self) { try Self.restore(files, into: target) }
            guard case .occupied = fault?.cause else {
                Issue.record("\(String(describing: fault))")
                continue
            }
            #expect(try target.names() == before)
        }
        let mounted = FaultyStorage()
        mounted.put("lost+found", [])
        #expect(throws: Never.self) { try Self.restore(files, into: mounted) }
    }

    @Test("a state directory that was not stopped is read with its torn end, and not changed")
    func torn() throws {
        let (storage, texts) = try SmallDesk.made()
        var bytes = try #require(storage.content(of: SmallDesk.last))
        let end = bytes[...].withoutTrailingZeros.count
        bytes.replaceSubrange(end..<end + 5, with: Array("{\"seq".utf8))
        storage.put(SmallDesk.last, bytes)
        storage.take(SmallDesk.mark)
        let read = storage.copied()
        let found = try StoredDesk(read)
        #expect(found.tornBytes == 5 && found.lastSequence == UInt64(texts.count))
        #expect(read.openedForWriting.isEmpty)
        #expect(read.content(of: SmallDesk.last) == bytes)
    }
}
