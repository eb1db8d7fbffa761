import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// Old segments that are compressed, and everything that reads them.
struct CompressionTests {
    @Test("what both snapshots hold is compressed, and the newest segment never is")
    func which() throws {
        let (desk, storage, texts) = try OldDesk.opened()
        defer { desk.close() }
        let before = try OldDesk.journal(storage)
        let old = try desk.store.oldSegments()
        #expect(before.count >= 4 && !old.isEmpty && old.count < before.count - 1)
        #expect(old.allSatisfy { $0.next <= UInt64(OldDesk.snapshots[0]) + 1 })
        #expect(old.map(\.name) == Array(before.prefix(old.count)))
        let made = try OldDesk.compress(desk.store)
        #expect(made.map(\.name) == old.map { $0.name + ".zst" })
        let after = made.map(\.name) + before.dropFirst(old.count)
        #expect(try OldDesk.journal(storage) == after.sorted())
        for segment in made {
            #expect(segment.plainBytes == 916)
            #expect(storage.content(of: segment.name)?.count == segment.bytes)
        }
        #expect(try desk.store.oldSegments() == [])
        #expect(try OldDesk.texts(storage) == texts)
    }

    @Test("with fewer than two snapshots, and where old segments are removed, nothing is")
    func nothingToDo() throws {
        let desk = try Desk(FaultyStorage(), OldDesk.shape)
        defer { desk.close() }
        #expect(try desk.store.oldSegments() == [])
        try OldDesk.work(desk, through: 20, snapshots: [19])
        #expect(try desk.store.oldSegments() == [])
        try desk.writeSnapshot()
        #expect(try desk.store.oldSegments().count > 2)
        let removing = StoreShape(
            segmentBytes: 0, recordBytesMax: 64, queueBytesMax: 1_000,
            retention: .keepSinceOlderSnapshot)
        let (storage, _) = try OldDesk.made()
        let other = try Desk(storage, removing)
        defer { other.close() }
        #expect(try other.store.oldSegments() == [])
    }

    @Test("where old segments are removed, compressed ones are too")
    func removed() throws {
        let (storage, texts) = try OldDesk.made(compressing: true)
        let removing = StoreShape(
            segmentBytes: 0, recordBytesMax: 64, queueBytesMax: 1_000,
            retention: .keepSinceOlderSnapshot, spareRetry: .milliseconds(1))
        let desk = try Desk(storage, removing)
        #expect(desk.texts == texts)
        try OldDesk.work(desk, through: 22, snapshots: [21, 22])
        #expect(try OldDesk.journal(storage).allSatisfy { !$0.hasSuffix(".zst") })
        desk.close()
        #expect(try Desk(storage, removing).texts.count == 22)
    }

    @Test("records are read from every place, one at a time and all at once")
    func reading() throws {
        let (desk, _, texts) = try OldDesk.opened(compressing: true)
        defer { desk.close() }
        for first in 0..<texts.count {
            for count in [1, 3, 100] {
                let read = try desk.store.readRecords(
                    after: UInt64(first), countMax: count, bytesMax: 10_000)
                #expect(
                    read.map { String(decoding: $0.text, as: UTF8.self) }
                        == Array(texts[first...].prefix(count)))
            }
            #expect(try desk.store.firstReadable(after: UInt64(first)) == UInt64(first) + 1)
            #expect(try desk.store.verify(since: UInt64(first)).lastSequence == 20)
        }
    }

    @Test("a desk with compressed segments goes on, and compresses what becomes old")
    func goesOn() throws {
        let (storage, _) = try OldDesk.made(compressing: true)
        let desk = try Desk(storage, OldDesk.shape)
        let before = try OldDesk.journal(storage).filter { $0.hasSuffix(".zst") }.count
        try OldDesk.work(desk, through: 40, snapshots: [30, 40])
        #expect(try OldDesk.compress(desk.store).count >= 3)
        desk.close()
        #expect(try OldDesk.journal(storage).filter { $0.hasSuffix(".zst") }.count > before)
        #expect(try OldDesk.texts(storage) == desk.texts)
    }

    @Test("reading goes on over a segment that is compressed meanwhile")
    func meanwhile() throws {
        let (desk, storage, texts) = try OldDesk.opened()
        defer { desk.close() }
        var found: [String] = []
        try desk.store.replay(after: 0) { record in
            found.append(String(decoding: record.text, as: UTF8.self))
        }
        var calls = 0
        let checked = try desk.store.verify {
            calls += 1
            // In the midst of the first segment.
            if calls == 2 { _ = try? OldDesk.compress(desk.store) }
            return true
        }
        #expect(checked.lastSequence == 20 && found == texts)
        #expect(try OldDesk.journal(storage)[0] == OldDesk.compressed)
    }

    @Test("the marker says that there are compressed segments, once there are")
    func marker() throws {
        let (storage, _) = try OldDesk.made()
        func version() -> String? {
            let text = String(decoding: storage.content(of: "initialised") ?? [], as: UTF8.self)
            return text.split(separator: ",").first { $0.hasPrefix("\"version\"") }.map(String.init)
        }
        #expect(version() == "\"version\":1")
        let desk = try Desk(storage, OldDesk.shape)
        #expect(version() == "\"version\":1")
        try OldDesk.compress(desk.store)
        #expect(version() == "\"version\":2")
        #expect(throws: Never.self) { try desk.store.expectFiles() }
        desk.close()
    }

    @Test("a damaged segment stays as it is, and is named")
    func damagedPlain() throws {
        let (storage, _) = try OldDesk.made()
        try storage.flip(OldDesk.first, at: 300)
        let content = try #require(storage.content(of: OldDesk.first))
        let desk = try Desk(storage, OldDesk.shape)
        defer { desk.close() }
        let old = try desk.store.oldSegments()
        let fault = #expect(throws: StoreFault.self) {
            try desk.store.compress(old[0]) { true }
        }
        #expect(fault?.file == OldDesk.first && fault?.segment == .older)
        #expect(try OldDesk.journal(storage)[0] == OldDesk.first)
        #expect(storage.content(of: OldDesk.compressed) == nil)
        #expect(storage.content(of: OldDesk.first) == content)
        // The others are.
        #expect(try desk.store.compress(old[1]) { true } != nil)
    }

    @Test("asked to end at any of its steps, it leaves the plain file")
    func stopped() throws {
        let (original, texts) = try OldDesk.made()
        var ends = 0
        for step in 1..<1_000 {
            let storage = original.copied()
            let desk = try Desk(storage, OldDesk.shape)
            defer { desk.close() }
            var calls = 0
            let made = try desk.store.compress(desk.store.oldSegments()[0]) {
                calls += 1
                return calls < step
            }
            if made != nil { break }
            ends += 1
            #expect(try storage.names().contains(OldDesk.first))
            #expect(try storage.names().allSatisfy { !$0.hasSuffix(".zst.tmp") })
            #expect(try OldDesk.texts(storage) == texts)
        }
        #expect(ends > 10)
    }

    @Test("where both files are there the plain one counts, and the other is written again")
    func both() throws {
        let (plain, texts) = try OldDesk.made()
        let content = try #require(plain.content(of: OldDesk.first))
        let desk = try Desk(plain, OldDesk.shape)
        try OldDesk.compress(desk.store)
        desk.close()
        let compressed = try #require(plain.content(of: OldDesk.compressed))
        plain.put(OldDesk.first, content)
        for damage in [compressed, Array(compressed.dropLast(9)), []] {
            let storage = plain.copied()
            storage.put(OldDesk.compressed, damage)
            #expect(try OldDesk.texts(storage) == texts)
            let desk = try Desk(storage, OldDesk.shape)
            #expect(try desk.store.oldSegments().map(\.name) == [OldDesk.first])
            #expect(try desk.store.backupList().files.contains { $0.name == OldDesk.first })
            #expect(try OldDesk.compress(desk.store).map(\.name) == [OldDesk.compressed])
            desk.close()
            #expect(storage.content(of: OldDesk.first) == nil)
            #expect(storage.content(of: OldDesk.compressed) == compressed)
            #expect(try OldDesk.texts(storage) == texts)
        }
        var damaged = content
        damaged[400] ^= 1
        plain.put(OldDesk.first, damaged)
        let fault = #expect(throws: StoreFault.self) { try OldDesk.texts(plain) }
        #expect(fault?.file == OldDesk.first)
    }
}
