import SupportDaemon
import SupportJSON
import SupportModel
import SupportStore
import SupportWire
import Testing

/// The one owner of the state: what it changes, what it hands to the journal, and when not.
struct LedgerTests {
    @Test("a dry run answers as the real one and leaves no trace")
    func dryRun() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let before = try await Self.everything(desk)
        let booking = #"{"ticket":1,"minutes":90,"idempotency_key":"k""#
        let dry = try await desk.ask("time.add", booking + #","dry_run":true}"#)
        #expect(dry.result?[member: "dry_run"]?.bool == true)
        #expect(dry.result?[member: "balance"]?[member: "left"]?.int == 2310)
        #expect(try await Self.everything(desk) == before)
        #expect(desk.log.submitted.count == 4)
        let real = try await desk.ask("time.add", booking + "}")
        #expect(real.result?[member: "entry"]?[member: "entry"]?.int == 1)
        #expect(desk.log.submitted.count == 5)
    }

    @Test("an answer waits for the record it made; a read for the newest it saw")
    func gateOrder() async throws {
        let desk = try LedgerUnderTest()
        #expect(try await desk.ask("clock.show").after == 0)
        #expect(try await desk.ask("client.add", #"{"client":"a","name":"A"}"#).after == 1)
        #expect(try await desk.ask("client.add", #"{"client":"b","name":"B"}"#).after == 2)
        #expect(try await desk.ask("client.list").after == 2)
        let refused = try await desk.ask("client.add", #"{"client":"b","name":"B"}"#)
        #expect(refused.error?.data.error == "client-exists")
        #expect(refused.after == 2, "a refusal also waits for what it saw")
        #expect(desk.log.sequences == [1, 2])
    }

    @Test("with no room writes are refused with class 8, reads and dry runs go on")
    func noRoom() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        desk.log.limit(toBytes: 0)
        let before = try await desk.ask("ticket.list")
        let refused = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#)
        #expect(refused.error?.code == .cannotStore)
        #expect(refused.error?.data.error == "cannot-store")
        #expect(try await desk.ask("ticket.list").text == before.text)
        let dry = try await desk.ask("time.add", #"{"ticket":1,"minutes":1,"dry_run":true}"#)
        #expect(dry.error == nil)
        #expect(desk.log.submitted.count == 4)
        desk.log.limit(toBytes: .max)
        #expect(try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#).after == 5)
    }

    @Test("a record never takes more room than was asked for, its stored answer included")
    func roomForTheAnswer() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let note = String(repeating: #"\""#, count: 32_768)
        let booking = #"{"ticket":1,"minutes":5,"note":"\#(note)","idempotency_key":"k"}"#
        var room = 65_536
        while desk.log.submitted.count == 4, room < 1_048_576 {
            desk.log.limit(toBytes: room)
            let answer = try await desk.ask("time.add", booking)
            #expect(answer.error == nil || answer.error?.code == .cannotStore)
            room += 8192
        }
        let record = try #require(desk.log.submitted.last)
        #expect(desk.log.submitted.count == 5)
        #expect(record.count < room, "the record of \(record.count) bytes was taken at \(room)")
    }

    @Test("a cycle's end that cannot be stored is stored later, once")
    func settleWithoutRoom() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        desk.log.limit(toBytes: 0)
        let moved = try await desk.ask("clock.advance", #"{"milliseconds":6000000000}"#)
        #expect(moved.result?[member: "closed"]?.int == 0)
        #expect(try await desk.ask("contract.show", #"{"contract":"1"}"#).error == nil)
        desk.log.limit(toBytes: .max)
        let shown = try await desk.ask("contract.show", #"{"contract":"1"}"#)
        #expect(shown.result?[member: "closed_cycles"].map { Array($0.elements).count } == 2)
        #expect(desk.log.submitted.count == 8)
        _ = try await desk.ask("contract.show", #"{"contract":"1"}"#)
        #expect(desk.log.submitted.count == 8)
    }

    @Test("the records alone bring the same desk back")
    func replay() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        _ = try await desk.ask("time.add", #"{"ticket":1,"minutes":70,"idempotency_key":"k"}"#)
        _ = try await desk.ask("clock.advance", #"{"milliseconds":6000000000}"#)
        let again = try LedgerUnderTest(desk.log.submitted)
        again.clock.advance(to: desk.clock.now)
        #expect(try await Self.everything(again) == Self.everything(desk))
        let stored = try await again.ask(
            "time.add", #"{"ticket":1,"minutes":70,"idempotency_key":"k"}"#)
        #expect(stored.result?[member: "entry"]?[member: "entry"]?.int == 1)
        #expect(again.log.submitted.count == desk.log.submitted.count)
    }

    @Test("a key belongs to its user: another's same key is another request")
    func keysOfUsers() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let root = Caller(uid: 0, name: "root", owner: 1000)
        let note = #"{"ticket":1,"text":"x","idempotency_key":"k"}"#
        #expect(try await desk.ask("ticket.note", note).after == 5)
        #expect(try await desk.ask("ticket.note", note, by: root).after == 6)
        #expect(try await desk.ask("ticket.note", note).after == 6)
        #expect(desk.log.submitted.count == 6)
    }

    @Test("a page of the log ends at the state in which its turn came, whatever came since")
    func logPage() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        guard case .later(let early) = try await desk.outcome("log.list", #"{"since":0}"#) else {
            throw WireError.notARequest("the log was read on the event loop")
        }
        let begun = await desk.ledger.begin(early)
        for _ in 1...3 { _ = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#) }
        let page = try LedgerUnderTest.answer(begun)
        let seqs = page.result?[member: "records"].map {
            $0.elements.map { $0[member: "seq"]?.int }
        }
        #expect(seqs == [1, 2, 3, 4])
        #expect(page.result?[member: "next"] == nil)
        let limited = try await desk.ask("log.list", #"{"since":2,"limit":2}"#)
        #expect(limited.result?[member: "next"]?.int == 4)
        let exact = try await desk.ask("log.list", #"{"since":5,"limit":2}"#)
        #expect(exact.result?[member: "next"] == nil, "nothing follows the last record")
    }

    @Test(
        "a list takes a limit from 1 to 10,000",
        arguments: ["queue.list", "ticket.list", "time.list", "log.list"])
    func listLimits(method: String) async throws {
        let desk = try LedgerUnderTest()
        for good in [1, WireLimits.listCountMax] {
            #expect(try await desk.ask(method, #"{"limit":\#(good)}"#).error == nil)
        }
        for bad in [0, -1, WireLimits.listCountMax + 1, Int.max, Int.min] {
            let refused = try await desk.ask(method, #"{"limit":\#(bad)}"#)
            #expect(refused.error?.code == .usage)
            #expect(refused.error?.message.contains("limit") == true)
        }
    }

    @Test("a watch begins where it is asked to, at most where the log ends")
    func watch() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        #expect(try await desk.ask("events.watch").watchesSince == 4)
        #expect(try await desk.ask("events.watch", #"{"since":0}"#).watchesSince == 0)
        #expect(try await desk.ask("events.watch", #"{"since":4}"#).watchesSince == 4)
        #expect(try await desk.ask("events.watch", #"{"since":5}"#).error?.code == .usage)
    }

    /// What the desk says of everything it holds.
    private static func everything(_ desk: LedgerUnderTest) async throws -> [String] {
        let calls = [
            ("client.list", "{}"), ("staff.list", "{}"), ("contract.list", "{}"),
            ("ticket.list", "{}"), ("time.list", "{}"), ("ticket.show", #"{"ticket":1}"#),
            ("hours.show", #"{"contract":"1"}"#), ("log.list", "{}"),
        ]
        var texts: [String] = []
        for call in calls { texts.append(try await desk.ask(call.0, call.1).text) }
        return texts
    }
}
