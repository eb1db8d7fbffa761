import SupportDaemon
import SupportModel
import Testing

/// What the ledger does with a clock that is set: it doubts, waits, and goes on when it may.
struct LedgerClockTests {
    private static let day: Int64 = 86_400_000

    /// A desk with a contract, whose clock was set forward by days.
    private func desk(aheadDays days: Int64) async throws -> LedgerUnderTest {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        desk.clock.set(byMilliseconds: days * Self.day)
        return desk
    }

    private func types(_ desk: LedgerUnderTest) -> [String] {
        desk.log.submitted.dropFirst(4).flatMap { text -> [String] in
            String(decoding: text, as: UTF8.self).matches(of: /"type":"([a-z.-]+)"/)
                .map { String($0.1) }
        }
    }

    @Test("a doubt is one record, and nothing closes while it stands")
    func doubted() async throws {
        let desk = try await desk(aheadDays: 365)
        for _ in 1...3 {
            #expect(await desk.ledger.settle().cycles == 0)
            #expect(try await desk.ask("time.list").error == nil)
        }
        desk.clock.advance(byMilliseconds: 40 * Self.day)
        #expect(await desk.ledger.settle().cycles == 0)
        #expect(types(desk) == ["clock.doubted"])
        let refused = try await desk.ask("time.add", #"{"ticket":1,"minutes":60}"#)
        #expect(refused.error?.data.error == "clock-in-doubt")
        #expect(refused.error?.code == .refused)
        #expect(refused.error?.data.figures?["since"] == "2026-01-05T09:00:00.000Z")
        #expect(refused.error?.data.figures?["jumped_to"] == "2027-01-05T09:00:00.000Z")
        #expect(refused.error?.data.figures?["now"] == "2027-02-14T09:00:00.000Z")
        #expect(refused.error?.data.figures?["days"] == "365")
        let hours = try await desk.ask("hours.show", #"{"contract":"acme"}"#)
        #expect(hours.result?[member: "usable"]?.int == 2400, "as on the last day believed")
        #expect(hours.result?[member: "week"]?.string == "2026-01-05")
    }

    @Test("what is due and not looked for is overdue after its time, until somebody looks")
    func overdue() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        await desk.ledger.observeBoundaries { _ in }
        #expect(await !desk.ledger.isOverdue(by: .seconds(60)))
        let due = try #require(await desk.ledger.nextDue)
        let wait = due.millisecondsSinceEpoch - desk.clock.now.millisecondsSinceEpoch
        desk.clock.advance(byMilliseconds: wait + 59_999)
        #expect(await !desk.ledger.isOverdue(by: .seconds(60)))
        desk.clock.advance(byMilliseconds: 1)
        #expect(await desk.ledger.isOverdue(by: .seconds(60)))
        await desk.ledger.settle()
        #expect(await !desk.ledger.isOverdue(by: .seconds(60)))
    }

    @Test("the limit itself is believed, a millisecond more is not")
    func limit() async throws {
        let desk = try await desk(aheadDays: 2)
        #expect(await desk.ledger.settle().cycles == 0)
        #expect(types(desk).isEmpty)
        desk.clock.set(byMilliseconds: 2 * Self.day + 1)
        await desk.ledger.settle()
        #expect(types(desk) == ["clock.doubted"])
    }

    @Test("a dry run of the confirmation changes nothing, the confirmation closes in its turn")
    func confirmed() async throws {
        let desk = try await desk(aheadDays: 365)
        let dry = try await desk.ask("clock.confirm", #"{"dry_run":true}"#)
        #expect(dry.result?[member: "closed"]?.int == 12)
        #expect(types(desk) == ["clock.doubted"])
        let real = try await desk.ask("clock.confirm")
        #expect(real.result?[member: "closed"]?.int == 12)
        #expect(real.result?[member: "expired"]?.int == 12 * 2400)
        #expect(real.result?[member: "dry_run"]?.bool == false)
        let closings = Array(repeating: ["hours.told", "cycle.closed"], count: 12)
        let expected = ["clock.doubted", "clock.trusted"] + closings.flatMap(\.self)
        #expect(types(desk) == expected)
        #expect(real.after == 30, "the answer waits for the last closing")
        let again = try await desk.ask("clock.confirm")
        #expect(again.error?.data.error == "clock-not-in-doubt")
        #expect(again.error?.code == .refused)
        #expect(types(desk) == expected)
        // What was confirmed is what the next jump is measured from.
        desk.clock.set(byMilliseconds: 2 * Self.day)
        await desk.ledger.settle()
        #expect(types(desk) == expected)
    }

    @Test("a stranger cannot confirm")
    func strangers() async throws {
        let desk = try await desk(aheadDays: 365)
        let refused = try await desk.ask("clock.confirm", by: LedgerUnderTest.stranger)
        #expect(refused.error?.code == .notPermitted)
        #expect(types(desk) == ["clock.doubted"])
    }

    @Test("a clock that is set back ends the doubt by itself, and nothing has expired")
    func setBack() async throws {
        let desk = try await desk(aheadDays: 365)
        await desk.ledger.settle()
        desk.clock.set(byMilliseconds: -364 * Self.day)
        #expect(await desk.ledger.settle().cycles == 0)
        #expect(types(desk) == ["clock.doubted", "clock.trusted"])
        #expect(
            desk.log.submitted.last.map { String(decoding: $0, as: UTF8.self) }?
                .contains(#""ground":"set-back""#) == true)
        #expect(try await desk.ask("time.add", #"{"ticket":1,"minutes":60}"#).error == nil)
    }

    @Test("a doubt that cannot be stored closes nothing either")
    func noRoom() async throws {
        let desk = try await desk(aheadDays: 365)
        desk.log.limit(toBytes: 0)
        #expect(await desk.ledger.settle().cycles == 0)
        #expect(types(desk).isEmpty)
        desk.log.limit(toBytes: .max)
        #expect(await desk.ledger.settle().cycles == 0)
        #expect(types(desk) == ["clock.doubted"])
    }

    @Test("the doubt outlasts a restart")
    func restart() async throws {
        let desk = try await desk(aheadDays: 365)
        await desk.ledger.settle()
        let second = try LedgerUnderTest(desk.log.submitted, at: "2027-01-06T09:00:00Z")
        let status = try await second.ask("desk.status")
        #expect(status.result?[member: "doubt"]?[member: "cycles"]?.int == 12)
        #expect(types(second) == ["clock.doubted"])
        let third = try LedgerUnderTest(desk.log.submitted, at: "2026-01-06T09:00:00Z")
        #expect(await third.ledger.settle().cycles == 0)
        #expect(types(third) == ["clock.doubted", "clock.trusted"], "set right meanwhile")
    }
}
