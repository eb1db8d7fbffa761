import Glibc
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// A new desk begins on an operator's word alone, and a beginning that was cut short goes on by it.
@Suite struct BeginningTests {
    private static let shape = StoreShape(
        segmentBytes: 0, recordBytesMax: 64, queueBytesMax: 1_000, spareRetry: .milliseconds(1))

    private static func cause(
        _ storage: FaultyStorage, _ beginning: Beginning
    ) -> StoreFault.Cause? {
        do {
            try Desk(storage, shape, beginning: beginning).close()
            return nil
        } catch {
            return (error as? StoreFault)?.cause
        }
    }

    @Test(arguments: [[], ["lost+found"], ["lost+found", "notes.txt"]])
    func anEmptyDirectoryIsRefused(names: [String]) throws {
        let storage = FaultyStorage()
        for name in names { storage.put(name, []) }
        #expect(Self.cause(storage, .refused) == .noDesk("there is no desk in it"))
        #expect(try storage.names() == names)
    }

    @Test(arguments: [Beginning.allowed, .demanded])
    func anOrderMakesADeskInAnEmptyDirectoryOnly(beginning: Beginning) throws {
        let storage = FaultyStorage()
        storage.put("lost+found", [])
        storage.put("notes.txt", [])
        #expect(
            Self.cause(storage, beginning) == .occupied("it is not empty: notes.txt is in it"))
        storage.take("notes.txt")
        #expect(Self.cause(storage, beginning) == nil)
        #expect(Self.cause(storage, .refused) == nil)
        #expect(
            Self.cause(storage, .demanded) == .occupied("a desk is in it already"))
        #expect(Self.cause(storage, .allowed) == nil)
    }

    @Test(arguments: [Beginning.allowed, .demanded])
    func anOrderNeverMakesADeskOverTheRemainsOfOne(beginning: Beginning) throws {
        for name in ["snapshot-00000000000000000003.json", "durable.json", "torn-3-512"] {
            let storage = FaultyStorage()
            storage.put(name, [1])
            guard case .missing? = Self.cause(storage, beginning) else {
                Issue.record("\(name) was passed over")
                continue
            }
            #expect(try storage.names() == [name])
        }
    }

    @Test(
        "a first segment with records and without its marker is no beginning: the marker was lost",
        arguments: [Beginning.allowed, .demanded])
    func lostMarker(beginning: Beginning) throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        #expect(desk.waitForRoom(40) && desk.submit(bytes: 40) && desk.waitUntilDurable())
        desk.close()
        for name in ["initialised", "durable.json"] { storage.take(name) }
        let before = try storage.names()
        guard case .missing? = Self.cause(storage, beginning) else {
            Issue.record("a desk was begun over its records")
            return
        }
        #expect(try storage.names() == before)
    }

    @Test("a beginning without its marker is completed on an order, as the same desk, and is told")
    func completed() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, Self.shape)
        desk.close()
        for beginning in [Beginning.allowed, .demanded] {
            let left = storage.copied()
            left.take("initialised")
            #expect(
                Self.cause(left, .refused) == .noDesk("a new desk was not completed in it"))
            let completed = try Desk(left, Self.shape, beginning: beginning)
            #expect(completed.recovered.isNew && completed.texts == [])
            #expect(completed.recovered.notes == [.initialisationCompleted])
            #expect(completed.store.desk == desk.store.desk)
            completed.close()
            #expect(left.content(of: "initialised") == storage.content(of: "initialised"))
        }
        let spare = FaultyStorage()
        spare.put("journal-spare.tmp", [0])
        #expect(Self.cause(spare, .refused) == .noDesk("a new desk was not completed in it"))
        #expect(Self.cause(spare, .demanded) == nil)
        // With a record in it it is no beginning any more.
        let again = try Desk(storage, Self.shape)
        #expect(again.submit(bytes: 40) && again.waitUntilDurable())
        again.close()
        storage.take("initialised")
        guard case .missing? = Self.cause(storage, .demanded) else {
            Issue.record("a desk was begun over a record")
            return
        }
    }

    /// What a beginning came to that was cut short, at every call and in every way.
    @Test(
        arguments: [
            .powerCut, .fail(errno: EIO), .fail(errno: ENOSPC), .fail(errno: EMFILE),
            .tear(bytes: 10),
        ] as [StorageTrouble])
    func aBeginningThatWasCutShortGoesOn(trouble: StorageTrouble) throws {
        var refusals: Set<String> = []
        for call in 1..<1_000 {
            let storage = FaultyStorage()
            storage.plan(trouble, atCall: call)
            let desk = try? Desk(storage, Self.shape, beginning: .demanded)
            desk?.close()
            if storage.calls < call {
                #expect(call > 20)
                #expect(refusals.count == 2)
                return
            }
            let left =
                trouble == .powerCut ? storage.rebooted(seed: UInt64(call)) : storage.copied()
            // Without the order it is a desk, or says that it is none; never damage.
            let other = left.copied()
            switch Self.cause(other, .refused) {
            case nil: break
            case .noDesk(let text): refusals.insert(text)
            case .some(let cause): Issue.record("call \(call): \(cause)")
            }
            // With it, it is completed, or was complete.
            switch Self.cause(left, .demanded) {
            case nil, .occupied("a desk is in it already"): break
            case .some(let cause): Issue.record("call \(call): \(cause)")
            }
            #expect(Self.cause(left, .refused) == nil, "call \(call)")
        }
    }
}
