import SupportClient
import SupportModel
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// Backups of a desk whose old segments are compressed, before and after, and what is restored.
struct CompressedBackupTests {
    private static func texts(in target: any Storage) throws -> [String] {
        try BackupTests.texts(in: target)
    }

    /// The name of the copy of the first segment, compressed; nil for none.
    private static func copy(in target: FaultyStorage) throws -> String? {
        try target.names().first { $0.hasPrefix(OldDesk.compressed) }
    }

    @Test("a backup takes over what was compressed since, and holds each segment once")
    func incremental() throws {
        let (desk, _, texts) = try OldDesk.opened()
        defer { desk.close() }
        let target = FaultyStorage()
        let first = try BackupTests.backUp(desk.store, into: target)
        #expect(try Self.texts(in: target) == texts)
        let made = try OldDesk.compress(desk.store)
        let second = try BackupTests.backUp(desk.store, into: target)
        // The compressed ones and the marker, which says that they are.
        #expect(second.copied == made.count + 1)
        #expect(second.kept == first.copied - made.count - 1)
        #expect(try Self.texts(in: target) == texts)
        let wanted = second.manifest.files.map { BackupCopy.name(of: $0.file) }
        #expect(try Set(target.names()) == Set(wanted + [BackupManifest.fileName]))
        #expect(try Self.copy(in: target) != nil)
        #expect(!wanted.contains(OldDesk.first + ".copy"))
        let third = try BackupTests.backUp(desk.store, into: target)
        #expect(third.copied == 0)
    }

    @Test("a backup that goes on while segments are compressed is whole")
    func meanwhile() throws {
        let (desk, _, texts) = try OldDesk.opened()
        defer { desk.close() }
        let target = FaultyStorage()
        let list = try desk.store.backupList()
        try OldDesk.compress(desk.store)
        _ = try BackupTests.backUp(desk.store, into: target, list: list)
        // It has the plain files that the list named.
        #expect(target.content(of: OldDesk.first + ".copy") != nil)
        #expect(try Self.texts(in: target) == texts)
    }

    @Test("at whichever call power goes, the backup is the earlier one or the new one")
    func powerCuts() throws {
        let (desk, _, texts) = try OldDesk.opened()
        defer { desk.close() }
        let target = FaultyStorage()
        _ = try BackupTests.backUp(desk.store, into: target)
        try OldDesk.compress(desk.store)
        for call in 1..<2_000 {
            let other = target.copied()
            other.plan(.powerCut, atCall: call)
            _ = try? BackupTests.backUp(desk.store, into: other)
            let left = other.rebooted(seed: UInt64(call))
            #expect(try Self.texts(in: left) == texts, "call \(call)")
            if other.calls < call { break }
        }
    }

    @Test("a copy that no list names is not read in place of the one that it names")
    func leftOver() throws {
        let (desk, _, texts) = try OldDesk.opened()
        defer { desk.close() }
        try OldDesk.compress(desk.store)
        let target = FaultyStorage()
        _ = try BackupTests.backUp(desk.store, into: target)
        target.put(OldDesk.first + ".copy", [1, 2, 3])
        #expect(try Self.texts(in: target) == texts)
    }

    @Test("a flipped byte in a compressed copy is found, and the file is named")
    func damage() throws {
        let desk = try OldDesk.opened(compressing: true).desk
        defer { desk.close() }
        let target = FaultyStorage()
        _ = try BackupTests.backUp(desk.store, into: target)
        let name = try #require(try Self.copy(in: target))
        let content = try #require(target.content(of: name))
        for position in stride(from: 0, to: content.count, by: 7) {
            var bytes = content
            bytes[position] ^= 1
            target.put(name, bytes)
            let fault = #expect(throws: StoreFault.self) { try Self.texts(in: target) }
            #expect(fault?.file == OldDesk.compressed, "\(position)")
        }
    }

    @Test("a restored desk has its segments as the backup has them, and goes on")
    func restored() throws {
        let (storage, texts) = try OldDesk.made(compressing: true)
        let desk = try Desk(storage, OldDesk.shape)
        let target = FaultyStorage()
        _ = try BackupTests.backUp(desk.store, into: target)
        desk.close()
        let files = try #require(try StoredBackup(target)).files
        for call in [Int.max, 1, 9, 17, 25, 33] {
            var restored = FaultyStorage()
            restored.plan(.powerCut, atCall: call)
            let run = { (into: FaultyStorage) in
                try Restoration(into: into).run(try StoredDesk(files), from: files)
            }
            if (try? run(restored)) == nil {
                restored = restored.rebooted(seed: UInt64(call))
                try run(restored)
            }
            #expect(try OldDesk.texts(restored) == texts)
            #expect(restored.content(of: OldDesk.compressed) != nil)
            #expect(restored.content(of: OldDesk.first) == nil)
            let again = try Desk(restored, OldDesk.shape)
            try OldDesk.work(again, through: 24)
            again.close()
        }
    }

    @Test("a state directory with compressed segments is verified where it lies")
    func verifiedOffline() throws {
        let (storage, texts) = try OldDesk.made(compressing: true)
        let stored = try StoredDesk(storage)
        var found: [String] = []
        try stored.replay { found.append(String(decoding: $0.text, as: UTF8.self)) }
        #expect(found == texts)
        #expect(stored.names.contains(OldDesk.compressed) && !stored.names.contains(OldDesk.first))
        #expect(storage.openedForWriting.isDisjoint(with: [OldDesk.compressed]))
    }

    @Test("pieces of a compressed file are the file, and of a plain name its text")
    func pieces() throws {
        let (storage, _) = try OldDesk.made()
        let plain = try #require(storage.content(of: OldDesk.first))
        let desk = try Desk(storage, OldDesk.shape)
        defer { desk.close() }
        try OldDesk.compress(desk.store)
        func content(_ name: String) throws -> [UInt8] {
            var content: [UInt8] = []
            var next: Int? = 0
            while let offset = next {
                let piece = try #require(
                    try desk.store.backupPiece(
                        of: name, through: nil, from: offset, bytesMax: 100))
                content += [UInt8](repeating: 0, count: offset - content.count) + piece.bytes
                next = piece.next
            }
            return Array(content[...].withoutTrailingZeros)
        }
        #expect(try content(OldDesk.first) == Array(plain[...].withoutTrailingZeros))
        let compressed = try #require(storage.content(of: OldDesk.compressed))
        #expect(
            try content(OldDesk.compressed) == Array(compressed[...].withoutTrailingZeros))
        let beyond = try desk.store.backupPiece(
            of: OldDesk.compressed, through: 3, from: 0, bytesMax: 10)
        #expect(beyond == nil)
    }
}
