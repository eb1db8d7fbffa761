import SupportDaemon
import SupportJSON
import SupportModel
import Synchronization
import Testing

/// Notices that time alone makes due: recorded by the desk itself, each once a cycle.
struct LedgerNoticeTests {
    /// `hours.told 2026-02-02T00:00:00.000Z` and `cycle.closed 1`, in the order of the journal.
    private static func events(_ desk: LedgerUnderTest) throws -> [String] {
        try desk.log.submitted.flatMap { text in
            Array(try JSONDocument(text).root[member: "events"]?.elements.map(\.self) ?? [])
        }.compactMap { event in
            switch event[member: "type"]?.string {
            case "hours.told": "hours.told \(event[member: "at"]?.string ?? "by a booking")"
            case "cycle.closed":
                event[member: "closed"]?[member: "closed_at"]?.string.map { "cycle.closed \($0)" }
            default: nil
            }
        }
    }

    private static func advance(_ desk: LedgerUnderTest, days: Int) async throws {
        let milliseconds = days * 86_400_000
        _ = try await desk.ask("clock.advance", #"{"milliseconds":\#(milliseconds)}"#)
    }

    @Test("a clock that is moved over months records each cycle's notice once, before it closes")
    func months() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        try await Self.advance(desk, days: 31)
        #expect(
            try Self.events(desk) == [
                "hours.told 2026-02-02T00:00:00.000Z", "cycle.closed 2026-02-05T00:00:00.000Z",
            ])
        try await Self.advance(desk, days: 60)
        #expect(
            try Self.events(desk).dropFirst(2) == [
                "hours.told 2026-03-02T00:00:00.000Z", "cycle.closed 2026-03-05T00:00:00.000Z",
                "hours.told 2026-03-30T00:00:00.000Z", "cycle.closed 2026-04-05T00:00:00.000Z",
            ])
        let records = desk.log.submitted.count
        _ = try await desk.ask("clock.show")
        await desk.ledger.settle()
        #expect(desk.log.submitted.count == records, "nothing is due, so nothing is recorded")
    }

    @Test("hours that can still be used cause no notice; a week later they cannot, and cause one")
    func weekByWeek() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for _ in 1...3 { try await Self.advance(desk, days: 7) }
        #expect(try Self.events(desk).isEmpty)
        try await Self.advance(desk, days: 7)
        #expect(try Self.events(desk) == ["hours.told 2026-02-02T00:00:00.000Z"])
        let hours = try await desk.ask("hours.show", #"{"contract":"acme"}"#)
        #expect(hours.result?[member: "told"]?.elements.compactMap(\.string) == ["unusable"])
        try await Self.advance(desk, days: 1)
        #expect(try Self.events(desk).count == 1)
    }

    @Test("hours that were used cause no notice")
    func used() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        _ = try await desk.ask("time.add", #"{"ticket":1,"minutes":1200}"#)
        try await Self.advance(desk, days: 30)
        #expect(try Self.events(desk) == ["hours.told by a booking"])
    }

    @Test("a desk that was off records what became due meanwhile, with the time at which it did")
    func off() async throws {
        let before = try LedgerUnderTest()
        try await before.sign()
        let desk = try LedgerUnderTest(before.log.submitted)
        desk.clock.advance(byMilliseconds: 29 * 86_400_000)
        await desk.ledger.settle()
        await desk.ledger.recordMissedNotices()
        #expect(try Self.events(desk) == ["hours.told 2026-02-02T00:00:00.000Z"])
    }

    @Test("a full disk holds a notice up and does not lose it")
    func noRoom() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        desk.log.limit(toBytes: 0)
        try await Self.advance(desk, days: 29)
        #expect(try Self.events(desk).isEmpty)
        desk.log.limit(toBytes: .max)
        await desk.ledger.settle()
        #expect(try Self.events(desk) == ["hours.told 2026-02-02T00:00:00.000Z"])
    }

    @Test(
        "while the clock is in doubt nothing is recorded, so no notice is wrong afterwards"
    )
    func doubt() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        desk.clock.set(byMilliseconds: 365 * 86_400_000)
        await desk.ledger.settle()
        await desk.ledger.recordMissedNotices()
        #expect(try Self.events(desk).isEmpty)
        desk.clock.set(byMilliseconds: -364 * 86_400_000)
        for _ in 1...4 { try await Self.advance(desk, days: 7) }
        #expect(try Self.events(desk) == ["hours.told 2026-02-02T00:00:00.000Z"])
    }

    @Test("the alarm is set to the next Monday of any zone, or to the end of a cycle before it")
    func alarm() async throws {
        let desk = try LedgerUnderTest()
        let alarms = Mutex<[String]>([])
        await desk.ledger.observeBoundaries { next in
            alarms.withLock { $0.append(next?.description ?? "none") }
        }
        try await desk.sign(months: 1)
        for days in [7, 7, 7, 7, 2, 1] { try await Self.advance(desk, days: days) }
        #expect(
            alarms.withLock { $0 } == [
                "2026-01-12T00:00:00.000Z", "2026-01-19T00:00:00.000Z",
                "2026-01-26T00:00:00.000Z", "2026-02-02T00:00:00.000Z",
                "2026-02-05T00:00:00.000Z", "none",
            ])
    }
}
