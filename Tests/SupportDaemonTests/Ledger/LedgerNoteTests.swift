import SupportDaemon
import SupportTestKit
import Testing

/// What the operator must see in the log.
struct LedgerNoteTests {
    private let seen = SeenLines()

    /// A desk with a contract, whose log is seen.
    private func signedDesk() async throws -> LedgerUnderTest {
        let desk = try LedgerUnderTest(logger: seen.logger)
        try await desk.sign()
        return desk
    }

    /// What the desk says of its storage.
    private func storage(_ desk: LedgerUnderTest) async throws -> String? {
        try await desk.ask("desk.status").result?.at("storage")?.string
    }

    @Test("a call without the permission is logged with who and what, and then only counted")
    func notPermitted() async throws {
        let desk = try LedgerUnderTest(logger: seen.logger)
        for _ in 1...50 {
            let answer = try await desk.ask(
                "client.add", #"{"client":"acme","name":"Acme"}"#, by: LedgerUnderTest.stranger)
            #expect(answer.error?.code == .notPermitted)
        }
        _ = try await desk.ask("desk.snapshot", by: LedgerUnderTest.stranger)
        // On a machine that is slow enough for a minute to pass, what came meanwhile is counted.
        let noted = seen.all.filter { !$0.contains(" again=") }
        #expect(
            Set(noted) == [
                "warning a call was not permitted method=client.add uid=2000 user=stranger",
                "warning a call was not permitted method=desk.snapshot uid=2000 user=stranger",
            ])
        #expect(seen.all.count < 10)
    }

    @Test("a disk that does not keep up is logged once, and once that it has caught up")
    func behind() async throws {
        let desk = try await signedDesk()
        #expect(seen.all.isEmpty)
        desk.log.limit(toBytes: 0)
        for _ in 1...5 {
            let answer = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#)
            #expect(answer.error?.code == .cannotStore)
            #expect(answer.error?.data.hint == "try again in a moment")
            await desk.ledger.checkStorage()
        }
        let words = "more waits to be written to the disk than may wait"
        #expect(seen.all == ["warning \(words): changes are refused"])
        desk.log.limit(toBytes: .max)
        for _ in 1...5 { await desk.ledger.checkStorage() }
        #expect(seen.all.dropFirst() == ["notice the disk has caught up: changes are stored"])
        desk.log.limit(toBytes: 0)
        await desk.ledger.checkStorage()
        #expect(seen.all.count == 3, "without a change that was refused")
    }

    @Test("a full disk is logged once, however changes of several sizes are refused")
    func fullDisk() async throws {
        let desk = try await signedDesk()
        desk.log.lackRoom("16 MiB are wanted")
        for _ in 1...3 {
            desk.log.limit(toBytes: 0)
            _ = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#)
            desk.log.limit(toBytes: .max)
            await desk.ledger.checkStorage()
        }
        let full = "error the disk of the state directory is full: changes are refused"
        #expect(seen.all == ["\(full) cause=16 MiB are wanted"])
        desk.log.lackRoom(nil)
        for _ in 1...2 { await desk.ledger.checkStorage() }
        let room = "notice the disk of the state directory has room again: changes are stored"
        #expect(seen.all.dropFirst() == [room])
    }

    @Test("a disk without room for the next segment is no full one while changes are stored")
    func roomEnds() async throws {
        let desk = try await signedDesk()
        desk.log.lackRoom("16 MiB are wanted")
        let words = "the disk of the state directory has no room for the journal's next segment"
        #expect(try await storage(desk) == "\(words): 16 MiB are wanted")
        #expect(desk.log.seeks == 1, "who asks may just have made room")
        for _ in 1...3 { await desk.ledger.checkStorage() }
        let noted = "\(words): changes are refused when the present one is full"
        #expect(seen.all == ["error \(noted) cause=16 MiB are wanted"])
        #expect(try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#).error == nil)
        desk.log.limit(toBytes: 0)
        let refused = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#).error
        #expect(
            refused?.message
                == "the desk cannot store anything now: the disk of the state directory "
                + "is full: 16 MiB are wanted")
        #expect(desk.log.seeks == 2, "who was refused, too")
        let full = try await storage(desk)
        #expect(full == "the disk of the state directory is full: 16 MiB are wanted")
        desk.log.limit(toBytes: .max)
        desk.log.lackRoom(nil)
        #expect(try await storage(desk) == "ok")
        await desk.ledger.checkStorage()
        #expect(
            seen.all.last
                == "notice the disk of the state directory has room again: changes are stored")
    }

    @Test("a disk that refuses the next segment is logged once with its cause, and is no full disk")
    func noNextSegment() async throws {
        let desk = try await signedDesk()
        let words = "the next segment of the journal cannot be prepared"
        desk.log.refuseNext("cannot sync it: Input/output error")
        #expect(try await storage(desk) == "\(words): cannot sync it: Input/output error")
        for _ in 1...3 { await desk.ledger.checkStorage() }
        let expected =
            "error \(words): changes are refused when the present one is full "
            + "cause=cannot sync it: Input/output error"
        #expect(seen.all == [expected])
        #expect(try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#).error == nil)
        desk.log.limit(toBytes: 0)
        let refused = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#).error
        #expect(refused?.code == .cannotStore && refused?.message.contains(words) == true)
        #expect(seen.all == [expected])
        desk.log.limit(toBytes: .max)
        desk.log.refuseNext(nil)
        for _ in 1...3 { await desk.ledger.checkStorage() }
        #expect(
            seen.all.dropFirst() == [
                "notice the next segment of the journal was prepared: changes are stored"
            ])
        #expect(try await storage(desk) == "ok")
    }

    @Test("files that are gone are logged once, with the hint, and no change is taken")
    func filesGone() async throws {
        let desk = try await signedDesk()
        let words = "files of the state directory are gone"
        desk.log.lose("initialised: it is not there")
        desk.log.limit(toBytes: 0)
        for _ in 1...3 { await desk.ledger.checkStorage() }
        let refused = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#).error
        #expect(refused?.code == .cannotStore)
        #expect(refused?.message.hasSuffix("\(words): initialised: it is not there") == true)
        #expect(refused?.data.hint?.contains("restore a backup") == true)
        let status = try await desk.ask("desk.status").result?.at("storage")?.string
        #expect(status == "\(words): initialised: it is not there")
        #expect(seen.all.count == 1)
        let expected = "error \(words): changes are refused cause=initialised: it is not there"
        #expect(seen.all.first?.hasPrefix(expected) == true)
        desk.log.lose(nil)
        desk.log.limit(toBytes: .max)
        for _ in 1...3 { await desk.ledger.checkStorage() }
        #expect(
            seen.all.dropFirst() == [
                "notice the files of the state directory are there again: changes are stored"
            ])
    }
}
