import Glibc
import SupportClient
import SupportModel
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// Backups of a store, as the client writes them of what the daemon lists and reads.
struct BackupTests {
    /// Copies what is durable now into a directory.
    ///
    /// - Parameter list: what was listed before; nil to list it now.
    static func backUp(
        _ store: Store, into target: any Storage, list: BackupList? = nil
    ) throws -> BackupOutcome {
        let directory = try BackupDirectory(target)
        defer { directory.close() }
        let list = try list ?? store.backupList()
        return try directory.write(
            list.files,
            manifest: { copies in
                BackupManifest(
                    desk: list.desk, seq: list.sequence, chain: list.chain, mark: list.mark,
                    at: Instant(clamping: 0), release: "0.1.0", files: copies)
            },
            fetch: { file, offset in
                try #require(
                    try store.backupPiece(
                        of: file.name, through: file.through, from: offset, bytesMax: 700))
            })
    }

    /// Reads and verifies a backup, and gives its records.
    static func texts(in target: any Storage) throws -> [String] {
        let backup = try #require(try StoredBackup(target))
        let desk = try StoredDesk(backup.files)
        try backup.check()
        #expect(desk.lastSequence == backup.manifest.seq && desk.tornBytes == 0)
        var texts: [String] = []
        try desk.replay { texts.append(String(decoding: $0.text, as: UTF8.self)) }
        return texts
    }

    /// A desk in several segments with a snapshot, and so many records more.
    private static func desk(records: Int = 8, snapshot: Int = 3) throws -> Desk {
        let desk = try Desk(FaultyStorage(), SmallDesk.shape)
        try work(desk, records, snapshot: snapshot)
        return desk
    }

    /// The first backup of a desk.
    private static func backedUp(
        _ desk: Desk
    ) throws -> (target: FaultyStorage, outcome: BackupOutcome) {
        let target = FaultyStorage()
        return (target, try backUp(desk.store, into: target))
    }

    private static func work(_ desk: Desk, _ records: Int, snapshot: Int = 0) throws {
        for number in 1...records {
            #expect(desk.waitForRoom(64) && desk.submit(bytes: 40 + number % 20))
            #expect(desk.waitUntilDurable())
            if number == snapshot { try desk.writeSnapshot() }
        }
    }

    @Test("a backup of a desk at work holds it through the record that it names")
    func whole() throws {
        let desk = try Self.desk()
        defer { desk.close() }
        let (target, outcome) = try Self.backedUp(desk)
        #expect(outcome.manifest.seq == 8 && outcome.kept == 0)
        #expect(outcome.copied == outcome.manifest.files.count)
        try Self.work(desk, 5)
        #expect(try Self.texts(in: target) == Array(desk.texts.prefix(8)))
    }

    @Test("a desk without a record is backed up too")
    func empty() throws {
        let desk = try Desk(FaultyStorage(), SmallDesk.shape)
        defer { desk.close() }
        let target = FaultyStorage()
        #expect(try Self.backUp(desk.store, into: target).manifest.mark == nil)
        #expect(try Self.texts(in: target) == [])
    }

    @Test("at every length of the journal a backup is whole, and the next copies what is new")
    func everyLength() throws {
        let desk = try Desk(FaultyStorage(), SmallDesk.shape)
        defer { desk.close() }
        let target = FaultyStorage()
        for length in 1...20 {
            try Self.work(desk, 1)
            if length % 7 == 0 { try desk.writeSnapshot() }
            let outcome = try Self.backUp(desk.store, into: target)
            #expect(try Self.texts(in: target) == desk.texts)
            // The segment that takes new records, a segment that has just ended, a new snapshot.
            #expect(length == 1 || outcome.copied <= 3, "record \(length): \(outcome)")
        }
        let manifest = try #require(try StoredBackup(target)).manifest
        let kept = manifest.files.map { BackupCopy.name(of: $0.file) }
        #expect(try Set(target.names()) == Set(kept + [BackupManifest.fileName]))
    }

    @Test("with nothing new only the list is written, and a copy that was damaged is made anew")
    func again() throws {
        let desk = try Self.desk()
        defer { desk.close() }
        let (target, first) = try Self.backedUp(desk)
        let second = try Self.backUp(desk.store, into: target)
        #expect(second.copied == 0 && second.kept == first.copied)
        let name = BackupCopy.name(of: try #require(first.manifest.files.last).file)
        var bytes = try #require(target.content(of: name))
        bytes[bytes.count / 2] ^= 1
        target.put(name, bytes)
        #expect(try Self.backUp(desk.store, into: target).copied == 1)
        #expect(try Self.texts(in: target) == desk.texts)
    }

    /// Two backups of a desk: of eight records, and of fourteen with another snapshot.
    private static func twoTimes() throws -> (desk: Desk, target: FaultyStorage) {
        let desk = try desk()
        let (target, _) = try backedUp(desk)
        try work(desk, 6, snapshot: 4)
        return (desk, target)
    }

    @Test(
        "whatever goes wrong at whichever call, the backup is the earlier one or the new one",
        arguments: [
            StorageTrouble.fail(errno: ENOSPC), .fail(errno: EIO), .tear(bytes: 7), .powerCut,
        ])
    func troubles(_ trouble: StorageTrouble) throws {
        let (desk, target) = try Self.twoTimes()
        defer { desk.close() }
        var (old, new) = (0, 0)
        for call in 1..<2_000 {
            let storage = target.copied()
            storage.plan(trouble, atCall: call)
            let isDone = (try? Self.backUp(desk.store, into: storage)) != nil
            let left =
                trouble == .powerCut ? storage.rebooted(seed: UInt64(call)) : storage.copied()
            let found = try Self.texts(in: left)
            #expect(found == desk.texts || found == Array(desk.texts.prefix(8)))
            #expect(!isDone || found == desk.texts)
            if found == desk.texts { new += 1 } else { old += 1 }
            // Repeated, it is finished, and nothing is left over.
            _ = try Self.backUp(desk.store, into: left)
            #expect(try Self.texts(in: left) == desk.texts)
            #expect(try left.names().count == desk.store.backupList().files.count + 1)
            if storage.calls < call { break }
        }
        #expect(old > 20 && new > 0, "\(old) \(new)")
    }

    @Test("a first backup that was cut short is none, and is finished by the next")
    func firstCutShort() throws {
        let desk = try Self.desk()
        defer { desk.close() }
        let storage = FaultyStorage()
        storage.plan(.fail(errno: ENOSPC), atCall: 14)
        #expect(throws: ClientFault.self) { try Self.backUp(desk.store, into: storage) }
        let left = storage.copied()
        #expect(try StoredBackup(left) == nil)
        #expect(try !left.names().isEmpty)
        _ = try Self.backUp(desk.store, into: left)
        #expect(try Self.texts(in: left) == desk.texts)
    }

    @Test("a flipped byte anywhere in a backup is found, and the file is named")
    func damage() throws {
        let desk = try Self.desk()
        defer { desk.close() }
        let target = FaultyStorage()
        _ = try Self.backUp(desk.store, into: target)
        for name in try target.names() {
            let content = try #require(target.content(of: name))
            for position in stride(from: 0, to: content.count, by: 3) {
                let changed = target.copied()
                var bytes = content
                bytes[position] ^= 1
                changed.put(name, bytes)
                let fault = Self.fault(of: changed)
                #expect(fault?.isDamage == true, "\(name) \(position)")
                let file = fault?.file ?? ""
                #expect(name == file || name.hasPrefix(file), "\(name) \(file)")
            }
        }
    }

    private static func fault(of target: FaultyStorage) -> StoreFault? {
        do {
            let backup = try StoredBackup(target)
            guard let backup else { return nil }
            _ = try StoredDesk(backup.files)
            try backup.check()
            return nil
        } catch {
            return error as? StoreFault
        }
    }

    @Test("a directory of something else, of a desk or in use is refused, and stays as it is")
    func refused() throws {
        let desk = try Self.desk()
        defer { desk.close() }
        let (state, _) = try SmallDesk.made()
        let strange = FaultyStorage()
        strange.put("letters.txt", [1])
        let used = FaultyStorage()
        let lock = try used.lock()
        for (target, error) in [
            (state, "backup-directory-taken"), (strange, "backup-directory-taken"),
            (used, "backup-in-use"),
        ] {
            let before = try target.names()
            let fault = #expect(throws: ClientFault.self) { try BackupDirectory(target) }
            #expect(fault?.wireError.data.error == error)
            #expect(try target.names() == before)
        }
        lock.release()
        #expect(throws: Never.self) { try BackupDirectory(used).close() }
    }

    @Test("nothing is read but the journal's own files, and of them what is durable")
    func pieces() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, SmallDesk.shape)
        defer { desk.close() }
        storage.put("access.key", [1, 2, 3])
        try Self.work(desk, 8)
        let newest = try #require(try desk.store.backupList().files.last { $0.through != nil })
        func piece(_ name: String, _ sequence: UInt64?, _ offset: Int = 0) throws -> BackupPiece? {
            try desk.store.backupPiece(of: name, through: sequence, from: offset, bytesMax: 100)
        }
        for name in ["access.key", "durable.json", "journal-spare.tmp", "torn-1-1", "nothing", ""] {
            #expect(try piece(name, nil) == nil, "\(name)")
        }
        #expect(try piece(newest.name, nil) == nil)
        #expect(try piece(newest.name, 9) == nil)
        #expect(try piece(newest.name, 2) == nil && piece(SmallDesk.first, 8) == nil)
        #expect(try piece(newest.name, 8)?.bytes.count == 100)
        #expect(try piece(newest.name, 8, 1 << 40) == BackupPiece(bytes: [], next: nil))
        #expect(try piece("initialised", 8) == nil)
        #expect(try piece("initialised", nil) != nil)
    }

    @Test("a desk tells a past of its own from another one")
    func past() throws {
        let desk = try Self.desk()
        defer { desk.close() }
        let list = try desk.store.backupList()
        #expect(try desk.store.holds(8, chain: list.chain))
        #expect(try !desk.store.holds(7, chain: list.chain))
        #expect(try !desk.store.holds(9, chain: list.chain))
    }
}
