import Glibc
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// Trouble at every call of a compression.
struct CompressionTroubleTests {
    /// What is wrong with a directory after trouble: nothing, or a problem.
    private static func problem(_ storage: FaultyStorage, _ texts: [String]) -> String? {
        do {
            guard try OldDesk.texts(storage) == texts else { return "other records" }
            // It goes on, and the rest is compressed.
            let desk = try Desk(storage, OldDesk.shape, beginning: .refused)
            defer { desk.close() }
            try OldDesk.compress(desk.store)
            guard try desk.store.oldSegments().isEmpty else { return "some are left" }
            let names = try OldDesk.journal(storage)
            guard names.count == Set(names.map { $0.prefix(28) }).count else { return "both" }
            guard try !storage.names().contains(where: { $0.hasSuffix(".zst.tmp") }) else {
                return "an unfinished file"
            }
            return try OldDesk.texts(storage) == texts ? nil : "other records afterwards"
        } catch {
            return "\(error)"
        }
    }

    /// Compresses with one trouble planned; returns what a restarted program finds.
    private static func life(
        _ original: FaultyStorage, _ trouble: StorageTrouble, call: Int
    ) throws -> (storage: FaultyStorage, isHit: Bool) {
        let storage = original.copied()
        let desk = try Desk(storage, OldDesk.shape)
        defer { desk.close() }
        OldDesk.awaitSpare(storage)
        let begun = storage.calls
        storage.plan(trouble, atCall: begun + call)
        _ = try? OldDesk.compress(desk.store)
        return (storage, storage.calls >= begun + call)
    }

    @Test(
        "after any trouble at any call nothing is lost, and the next attempt finishes it",
        arguments: [
            .powerCut, .fail(errno: EIO), .fail(errno: ENOSPC), .tear(bytes: 300),
        ] as [StorageTrouble])
    func everyCall(trouble: StorageTrouble) throws {
        let (original, texts) = try OldDesk.made()
        var hits = 0
        for call in 1..<2_000 {
            let (storage, isHit) = try Self.life(original, trouble, call: call)
            guard isHit else { break }
            hits += 1
            // A restart of the program finds what is there; power may also go afterwards.
            let isRestart = trouble != .powerCut && call % 2 == 0
            let left = isRestart ? storage.copied() : storage.rebooted(seed: UInt64(call))
            #expect(Self.problem(left, texts) == nil, "call \(call)")
        }
        #expect(hits > 60, "\(hits)")
    }

    @Test("a full disk leaves everything as it is, and it goes on once there is room")
    func full() throws {
        let (original, texts) = try OldDesk.made()
        let storage = original.copied()
        let desk = try Desk(storage, OldDesk.shape)
        defer { desk.close() }
        OldDesk.awaitSpare(storage)
        let names = try storage.names()
        storage.limitSpace(to: 0)
        let fault = #expect(throws: StoreFault.self) { try OldDesk.compress(desk.store) }
        #expect(fault?.isLackOfSpace == true)
        #expect(try storage.names() == names)
        #expect(try OldDesk.texts(storage) == texts)
        storage.limitSpace(to: nil)
        #expect(try !OldDesk.compress(desk.store).isEmpty)
        #expect(try OldDesk.texts(storage) == texts)
    }
}
