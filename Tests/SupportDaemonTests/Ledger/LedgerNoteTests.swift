import SupportDaemon
import SupportTestKit
import Testing

/// What the operator must see in the log.
struct LedgerNoteTests {
    private let seen = SeenLines()

    @Test("a call without the right is told with who and what, and then only counted")
    func notPermitted() async throws {
        let desk = try LedgerUnderTest(logger: seen.logger)
        for _ in 1...50 {
            let answer = try await desk.ask(
                "client.add", #"{"client":"acme","name":"Acme"}"#, by: LedgerUnderTest.stranger)
            #expect(answer.error?.code == .notPermitted)
        }
        _ = try await desk.ask("desk.snapshot", by: LedgerUnderTest.stranger)
        // On a machine that is slow enough for a minute to pass, what came meanwhile is counted.
        let told = seen.all.filter { !$0.contains(" again=") }
        #expect(
            Set(told) == [
                "warning a call was not permitted method=client.add uid=2000 user=stranger",
                "warning a call was not permitted method=desk.snapshot uid=2000 user=stranger",
            ])
        #expect(seen.all.count < 10)
    }

    @Test("a full disk is told once, and once that there is room again")
    func fullDisk() async throws {
        let desk = try LedgerUnderTest(logger: seen.logger)
        try await desk.sign()
        #expect(seen.all.isEmpty)
        desk.log.limit(toBytes: 0)
        for _ in 1...5 {
            let answer = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#)
            #expect(answer.error?.code == .cannotStore)
            await desk.ledger.noteStorage()
        }
        let full = "error the disk of the state directory is full: changes are refused"
        #expect(seen.all == ["\(full) cause=too much waits for the disk"])
        desk.log.limit(toBytes: .max)
        for _ in 1...5 { await desk.ledger.noteStorage() }
        let room = "notice the disk of the state directory has room again: changes are stored"
        #expect(seen.all.dropFirst() == [room])
        desk.log.limit(toBytes: 0)
        await desk.ledger.noteStorage()
        #expect(seen.all.count == 3, "without a change that was refused")
    }
}
