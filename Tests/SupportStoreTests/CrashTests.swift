import Glibc
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// Trouble at every call of a life that begins, works, takes snapshots and changes segments.
@Suite struct CrashTests {
    private static let shape = StoreShape(
        segmentBytes: 3_600, recordBytesMax: 900, queueBytesMax: 6_000,
        retention: .keepSinceOlderSnapshot, spareRetry: .milliseconds(1))

    /// What a life has to show at its end.
    private struct Outcome {
        var acknowledged = 0
        var texts: [String] = []
        var isComplete = false
    }

    /// A life of a dozen records in groups, with three snapshots, until it is done or in trouble.
    private static func live(on storage: FaultyStorage, seed: UInt64) -> Outcome {
        var random = SeededRandom(seed: seed)
        var outcome = Outcome()
        guard let desk = try? Desk(storage, shape) else { return outcome }
        defer { desk.close() }
        var isComplete = true
        for group in 0..<5 {
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let bytes = Int.random(in: 30...900, using: &random)
                isComplete = isComplete && desk.waitForRoom(bytes) && desk.submit(bytes: bytes)
            }
            isComplete = isComplete && desk.waitUntilDurable()
            if isComplete && group % 2 == 0 { isComplete = (try? desk.writeSnapshot()) != nil }
        }
        outcome.acknowledged = desk.acknowledged
        outcome.texts = desk.texts
        outcome.isComplete = isComplete
        return outcome
    }

    /// Opens what is left: the problem that it shows, nil when nothing was lost.
    private static func problem(of storage: FaultyStorage, after life: Outcome) -> String? {
        do {
            let desk = try Desk(storage, shape)
            defer { desk.close() }
            let found = desk.texts
            if found.count < life.acknowledged {
                return "\(life.acknowledged) acknowledged, \(found.count) found"
            }
            if !life.texts.starts(with: found) { return "other records than were submitted" }
            // It goes on from there.
            for bytes in [900, 40] {
                guard desk.waitForRoom(bytes), desk.submit(bytes: bytes) else { return "no room" }
            }
            guard desk.waitUntilDurable() else { return "\(desk.faults)" }
            let checked = try desk.store.verify()
            return checked.lastSequence == UInt64(desk.texts.count) ? nil : "not all was verified"
        } catch {
            return "\(error)"
        }
    }

    /// Power cuts at every call, and what is wrong after each of them.
    private static func problemsAfterPowerCuts(
        ignoresSyncs: Bool, seed: UInt64
    ) -> (problems: [String], cuts: Int) {
        var problems: [String] = []
        for call in 1..<10_000 {
            let storage = FaultyStorage(ignoresSyncs: ignoresSyncs)
            storage.plan(.powerCut, atCall: call)
            let life = live(on: storage, seed: seed)
            if !storage.isDown { return (problems, call - 1) }
            var left = storage.rebooted(seed: seed &+ UInt64(call))
            if call % 2 == 0 {
                // Power goes again while the desk recovers.
                left.plan(.powerCut, atCall: call % 17 + 1)
                (try? Desk(left, shape))?.close()
                left = left.rebooted(seed: seed &+ UInt64(call) &+ 7)
            }
            if let problem = problem(of: left, after: life) {
                problems.append("seed \(seed), call \(call): \(problem)")
            }
        }
        return (problems, 10_000)
    }

    @Test(arguments: 1...6)
    func nothingAcknowledgedIsLostByAPowerCut(seed: UInt64) {
        let (problems, cuts) = Self.problemsAfterPowerCuts(ignoresSyncs: false, seed: seed)
        #expect(problems == [])
        #expect((60..<1_000).contains(cuts))
    }

    @Test func theSameTestSeesADiskThatIgnoresSyncs() {
        let (problems, _) = Self.problemsAfterPowerCuts(ignoresSyncs: true, seed: 1)
        #expect(problems.count > 10)
    }

    /// A failed call, then a restart of the program, then a power cut.
    @Test(
        arguments: [
            .fail(errno: EIO), .fail(errno: ENOSPC), .tear(bytes: 0), .tear(bytes: 700),
        ] as [StorageTrouble])
    func nothingAcknowledgedIsLostByAFailedCall(trouble: StorageTrouble) throws {
        for call in 1..<10_000 {
            let storage = FaultyStorage()
            storage.plan(trouble, atCall: call)
            let life = Self.live(on: storage, seed: 3)
            if storage.calls < call { return }
            // What the restarted program recovers is as good as acknowledged: it acts on it.
            let second = try Desk(storage, Self.shape)
            let found = second.texts
            second.close()
            #expect(found.count >= life.acknowledged, "call \(call)")
            #expect(life.texts.starts(with: found), "call \(call)")
            let after = Outcome(acknowledged: found.count, texts: life.texts)
            let problem = Self.problem(of: storage.rebooted(seed: UInt64(call)), after: after)
            #expect(problem == nil, "call \(call)")
        }
    }

    @Test func aFailedSyncIsFinal() throws {
        let storage = FaultyStorage()
        let desk = try Desk(storage, StoreShape(recordBytesMax: 64))
        #expect(desk.submit(bytes: 40))
        #expect(desk.waitUntilDurable())
        desk.close()
        let again = try Desk(storage, StoreShape(recordBytesMax: 64))
        // The spare's calls come in between: every call fails from now on, and none is repeated.
        for call in 1...200 { storage.plan(.fail(errno: EIO), atCall: storage.calls + call) }
        #expect(again.submit(bytes: 40))
        let fault = again.waitForFault()
        #expect(fault?.doing == "write the journal")
        #expect(!again.submit(bytes: 40))
        #expect(!again.canAccept(40))
        again.close()
        #expect(again.faults.count == 1)
        #expect(again.acknowledged == 1)
    }
}
