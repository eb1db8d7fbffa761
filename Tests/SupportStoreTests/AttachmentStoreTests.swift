import Glibc
import SupportModel
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// The contents of attachments on a disk that fails, fills up and loses power.
@Suite struct AttachmentStoreTests {
    private static let policy = AttachmentPolicy(
        fileBytesMax: 1000, ticketBytesMax: 1000, totalBytesMax: 1500)

    private static func store(_ storage: FaultyStorage) -> AttachmentStore {
        let store = AttachmentStore { _ throws(SystemFault) in storage }
        store.load()
        return store
    }

    private static func bytes(_ count: Int, _ seed: UInt64 = 1) -> [UInt8] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    /// Stores bytes in parts, as a connection sends them.
    @discardableResult
    private static func put(
        _ bytes: [UInt8], in store: AttachmentStore, parts: Int = 3,
        _ policy: AttachmentPolicy = policy
    ) throws -> ContentHash? {
        let file = try store.begin()
        let length = bytes.count / parts + 1
        var offset = 0
        while true {
            let part = Array(bytes.dropFirst(offset).prefix(length))
            let isLast = offset + part.count >= bytes.count
            let (next, content) = try file.take(part, at: offset, isLast: isLast, policy)
            #expect(next == offset + part.count)
            if isLast { return content }
            offset = next
        }
    }

    @Test("a content is stored under its digest, once, and found again after a start")
    func stored() throws {
        let storage = FaultyStorage()
        let store = Self.store(storage)
        let bytes = Self.bytes(700)
        let content = try #require(try Self.put(bytes, in: store))
        #expect(
            try Self.put(Array("abc".utf8), in: Self.store(FaultyStorage()), parts: 2)?.text
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(storage.content(of: content.text) == bytes)
        #expect(try Self.put(bytes, in: store, parts: 1) == content)
        #expect(store.contents.count == 1 && store.contents[content] == 700)
        #expect(try storage.names() == [content.text])
        let again = Self.store(storage.rebooted(seed: 1))
        #expect(again.contents[content] == 700)
        #expect(again.files?.standing(of: content) == .whole)
        #expect(try again.files?.read(content, at: 690, count: 100) == Array(bytes.suffix(10)))
    }

    @Test("parts may come again, gaps are told, and a file that ended takes nothing else")
    func parts() throws {
        let store = Self.store(FaultyStorage())
        let file = try store.begin()
        let bytes = Self.bytes(30)
        func take(_ range: Range<Int>, last: Bool = false) throws -> Int {
            try file.take(Array(bytes[range]), at: range.lowerBound, isLast: last, Self.policy).next
        }
        #expect(try take(0..<10) == 10)
        #expect(throws: UploadedFile.Gap.self) { try take(11..<20) }
        #expect(try take(0..<10) == 10)
        #expect(try take(5..<20) == 20)
        #expect(throws: UploadedFile.Gap.self) { try take(5..<15, last: true) }
        #expect(!file.isStored)
        #expect(try take(20..<30, last: true) == 30)
        #expect(file.isStored)
        // The answer was lost, and the last part comes again.
        #expect(try take(20..<30, last: true) == 30)
        for range in [0..<10, 20..<29, 0..<30] {
            #expect(throws: UploadedFile.Gap.self) {
                try file.take(Array(bytes[range]), at: range.lowerBound, isLast: false, Self.policy)
            }
        }
        #expect(throws: UploadedFile.Gap.self) {
            try file.take([1], at: -1, isLast: false, Self.policy)
        }
        #expect(try store.files?.storage.names().count == 1)
    }

    @Test("the limits of a file and of all, at each and one past it, leave nothing behind")
    func limits() throws {
        let storage = FaultyStorage()
        let store = Self.store(storage)
        try Self.put(Self.bytes(1000), in: store)
        #expect(throws: Refusal.attachment(.fileTooLarge(name: nil, bytes: nil, bytesMax: 1000))) {
            try Self.put(Self.bytes(1001), in: store)
        }
        #expect(
            throws: Refusal.attachment(.deskFull(bytes: 1000, adding: 501, bytesMax: 1500))
        ) {
            try Self.put(Self.bytes(501, 2), in: store)
        }
        try Self.put(Self.bytes(500, 3), in: store)
        // What is there takes no room; the empty file fits always.
        try Self.put(Self.bytes(1000), in: store)
        try Self.put([], in: store)
        #expect(store.contents.bytes == 1500 && store.contents.count == 3)
        #expect(try storage.names().count == 3)
        let lowered = AttachmentPolicy(fileBytesMax: 10, ticketBytesMax: 10, totalBytesMax: 10)
        #expect(throws: Refusal.self) { try Self.put(Self.bytes(1, 4), in: store, lowered) }
    }

    /// Stores two contents and removes one; what was acknowledged, and whether all was done.
    private static func live(
        on storage: FaultyStorage
    ) -> (stored: [ContentHash], removed: ContentHash?, isComplete: Bool) {
        let store = store(storage)
        var stored: [ContentHash] = []
        for seed: UInt64 in 1...2 {
            guard let found = try? put(bytes(700, seed), in: store) else {
                return (stored, nil, false)
            }
            stored.append(found)
        }
        store.forget(stored[0])
        guard (try? store.remove(stored[0])) != nil else { return (stored, stored[0], false) }
        return (stored, stored[0], true)
    }

    /// What is wrong with a disk after a life: every name must hold what it says, nothing that was
    /// acknowledged may be missing, and it must work again.
    private static func problem(
        of storage: FaultyStorage,
        after life: (stored: [ContentHash], removed: ContentHash?, isComplete: Bool)
    ) -> String? {
        let store = store(storage)
        if let trouble = store.trouble { return "\(trouble)" }
        for content in life.stored where content != life.removed {
            if store.files?.standing(of: content) != .whole { return "\(content) is lost" }
        }
        for (content, _) in store.contents.all
        where store.files?.standing(of: content) != .whole {
            return "\(content) does not hold what it says"
        }
        let names = (try? storage.names()) ?? []
        if names.contains(where: { $0.hasSuffix(".tmp") }) { return "an unfinished file stays" }
        guard (try? put(bytes(300, 9), in: store, AttachmentPolicy())) != nil else {
            return "nothing more is stored"
        }
        return nil
    }

    @Test("a power cut at every call loses nothing that was acknowledged, and names nothing half")
    func powerCuts() {
        var cuts = 0
        for call in 1..<1000 {
            let storage = FaultyStorage()
            storage.plan(.powerCut, atCall: call)
            let life = Self.live(on: storage)
            guard storage.isDown else { break }
            cuts += 1
            for seed in 0..<5 {
                let left = storage.rebooted(seed: UInt64(call * 10 + seed))
                if let problem = Self.problem(of: left, after: life) {
                    Issue.record("call \(call), seed \(seed): \(problem)")
                    return
                }
            }
        }
        #expect(cuts > 20)
    }

    @Test("a disk that ignores syncs is noticed: the test of power cuts can fail")
    func ignoredSyncs() {
        let found = (1..<200).contains { call in
            let storage = FaultyStorage(ignoresSyncs: true)
            storage.plan(.powerCut, atCall: call)
            let life = Self.live(on: storage)
            return storage.isDown
                && Self.problem(of: storage.rebooted(seed: UInt64(call)), after: life) != nil
        }
        #expect(found)
    }

    @Test("every call that fails, or tears, is told, leaves nothing half, and the next one works")
    func faults() {
        var faults = 0
        for trouble in [
            StorageTrouble.fail(errno: EIO), .fail(errno: ENOSPC), .tear(bytes: 100),
        ] {
            for call in 1..<1000 {
                let storage = FaultyStorage()
                storage.plan(trouble, atCall: call)
                let life = Self.live(on: storage)
                guard storage.calls >= call else { break }
                faults += 1
                if let problem = Self.problem(of: storage, after: life) {
                    Issue.record("\(trouble) at call \(call): \(problem)")
                    return
                }
            }
        }
        #expect(faults > 60)
    }

    @Test("a full disk keeps nothing of a file, and takes it once there is room")
    func full() throws {
        let storage = FaultyStorage()
        let store = Self.store(storage)
        storage.limitSpace(to: 500)
        let fault = #expect(throws: StoreFault.self) { try Self.put(Self.bytes(700), in: store) }
        #expect(fault?.isLackOfSpace == true)
        #expect(try storage.names().isEmpty && store.contents.count == 0)
        storage.limitSpace(to: nil)
        #expect(try Self.put(Self.bytes(700), in: store) != nil)
    }

    @Test("damage and loss are found, and the same file again repairs them")
    func damage() throws {
        let storage = FaultyStorage()
        let store = Self.store(storage)
        let one = try #require(try Self.put(Self.bytes(700), in: store))
        let two = try #require(try Self.put(Self.bytes(300, 2), in: store))
        #expect(store.check([one, two]) == AttachmentStore.Check())
        var bytes = Self.bytes(700)
        bytes[350] ^= 1
        storage.put(one.text, bytes)
        storage.take(two.text)
        let found = try #require(store.check([one, two]))
        #expect(found.damaged == [one] && found.missing == [two])
        #expect(store.lastCheck == found)
        #expect(store.check([one], while: { false }) == nil)
        #expect(store.backupFiles().map(\.name) == [one.text])
        try Self.put(Self.bytes(700), in: store)
        try Self.put(Self.bytes(300, 2), in: store)
        #expect(store.lastCheck == AttachmentStore.Check())
        #expect(store.check([one, two]) == AttachmentStore.Check())
    }

    @Test("what is removed stays where it was stored again meanwhile")
    func removal() throws {
        let storage = FaultyStorage()
        let store = Self.store(storage)
        let content = try #require(try Self.put(Self.bytes(10), in: store))
        try store.remove(content)
        #expect(storage.content(of: content.text) != nil, "a ticket may get it")
        store.forget(content)
        try Self.put(Self.bytes(10), in: store)
        try store.remove(content)
        #expect(storage.content(of: content.text) != nil)
        store.forget(content)
        try store.remove(content)
        #expect(storage.content(of: content.text) == nil)
        try store.remove(content)
    }

    @Test("files of others are left alone, and what an earlier run left unfinished is removed")
    func strangers() throws {
        let storage = FaultyStorage()
        storage.put("upload-3.tmp", [1])
        storage.put("README", [2])
        storage.put(String(repeating: "A", count: 64), [3])
        let store = Self.store(storage)
        #expect(store.contents.count == 0)
        #expect(try storage.names().sorted() == [String(repeating: "A", count: 64), "README"])
        #expect(AttachmentStore.none().contents.count == 0)
        #expect(AttachmentStore.none().files == nil)
        #expect(throws: StoreFault.self) { try AttachmentStore.none().begin() }
    }

    @Test("only what is old and named by nothing is an orphan; files are for their owner alone")
    func orphans() throws {
        let place = try RunningPlace()
        let disk = try DiskStorage(directory: place.path, creating: false)
        let store = AttachmentStore { creating throws(SystemFault) in
            try DiskStorage("attachments", in: disk, creating: creating)
        }
        store.load()
        #expect(store.trouble == nil && store.files == nil)
        let old = try #require(try Self.put(Self.bytes(10), in: store))
        let named = try #require(try Self.put(Self.bytes(11), in: store))
        let young = try #require(try Self.put(Self.bytes(12), in: store))
        var facts = stat()
        #expect(stat("\(place.path)/attachments/\(old)", &facts) == 0)
        #expect(facts.st_mode & 0o7777 == 0o600)
        #expect(stat("\(place.path)/attachments", &facts) == 0 && facts.st_mode & 0o7777 == 0o700)
        for content in [old, named] {
            var times = [timeval(), timeval()]
            times[0].tv_sec = time(nil) - 90_000
            times[1].tv_sec = time(nil) - 90_000
            #expect(utimes("\(place.path)/attachments/\(content)", times) == 0)
        }
        let found = store.orphans(olderThan: .seconds(86_400), isNamed: { $0 == named })
        #expect(found == [old])
        #expect(!found.contains(young))
        // Moved away as a whole: nothing is kept where no start would find it.
        #expect(rename("\(place.path)/attachments", "\(place.path)/away") == 0)
        #expect(throws: StoreFault.self) { try Self.put(Self.bytes(13), in: store) }
        #expect(try Self.put(Self.bytes(13), in: store) != nil)
        #expect(access("\(place.path)/attachments", F_OK) == 0)
    }

    @Test("parts for a backup end with the file, without the zeros at its end")
    func backupPieces() throws {
        let store = Self.store(FaultyStorage())
        let bytes = Self.bytes(10) + [0, 0, 0]
        let content = try #require(try Self.put(bytes, in: store))
        #expect(
            store.backupFiles() == [BackupFile(name: content.text, bytes: 13, digest: "sha256")])
        let first = try store.backupPiece(of: content, from: 0, bytesMax: 8)
        #expect(first == BackupPiece(bytes: Array(bytes.prefix(8)), next: 8))
        let last = try store.backupPiece(of: content, from: 8, bytesMax: 8)
        #expect(last == BackupPiece(bytes: Array(bytes[8..<10]), next: nil))
        store.forget(content)
        try store.remove(content)
        #expect(try store.backupPiece(of: content, from: 0, bytesMax: 8) == nil)
    }
}
