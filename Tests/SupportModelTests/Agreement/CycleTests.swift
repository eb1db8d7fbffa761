import SupportModel
import SupportTestKit
import Testing

/// R10: a cycle is one month from the contract's start day, and unused hours expire when it ends.
struct CycleTests {
    @Test func unusedHoursExpireAndNothingRollsOver() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        try desk.book("7h30m")
        try desk.advance(to: "2026-11-01T00:00:00Z")
        let october = try #require(desk.closed().first)
        #expect(october.used == "7h30m")
        #expect(october.extra == "0m")
        #expect(october.expired == "32h30m")
        let balance = try #require(desk.balance())
        #expect(balance.granted == "40h")
        #expect(balance.left == "40h")
    }

    @Test func aCycleEndsAtItsEndAndNotAMillisecondEarlier() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        try desk.advance(to: "2026-10-31T23:59:59.999Z")
        #expect(desk.closed().isEmpty)
        try desk.book("1h")
        try desk.advance(to: "2026-11-01T00:00:00.000Z")
        #expect(desk.closed().map(\.used) == ["1h"])
        try desk.advance(to: "2026-11-01T00:00:00.001Z")
        try desk.book("2h")
        #expect(desk.closed().count == 1)
        #expect(desk.state.entries[1]?.cycle == 0)
        #expect(desk.state.entries[2]?.cycle == 1)
        #expect(desk.state.entries[2]?.date == "2026-11-01")
    }

    @Test func aClosedCycleNeverChanges() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        try desk.book("7h")
        try desk.advance(to: "2026-11-02T09:00:00Z")
        let october = desk.closed()
        let end = CycleEnd(lastDay: "2026-10-31", zone: "UTC", at: "2026-11-01T00:00:00Z")
        #expect(
            refusal(AddTime(ticket: 1, worked: "1h", date: "2026-10-31"), on: desk)
                == .cycleClosed("2026-10-31", cycle: 0, end: end))
        #expect(
            refusal(VoidTime(entry: 1, reason: "wrong client"), on: desk)
                == .cycleClosed("2026-10-01", cycle: 0, end: end))
        try desk.book("20h")
        try desk.advance(to: "2027-02-01T00:00:00Z")
        #expect(desk.closed().first == october.first)
        #expect(try desk.split(1) == "7h package, 0m extra")
    }

    @Test func cyclesAreComputedFromTheOriginalStart() throws {
        var desk = try DeskFixture.starter(at: "2027-01-31T09:00:00Z", from: "2027-01-31")
        try desk.advance(to: "2028-01-31T00:00:00Z")
        let starts = desk.closed().map(\.cycle.from.description)
        #expect(
            starts == [
                "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31",
                "2027-06-30", "2027-07-31", "2027-08-31", "2027-09-30", "2027-10-31",
                "2027-11-30", "2027-12-31",
            ])
        #expect(desk.closed().last?.cycle.to == "2028-01-31")
        #expect(desk.state.contracts[1]?.account.open == nil)
        #expect(desk.state.boundaries.first == nil)
    }

    @Test(arguments: [
        ("2028-01-31" as CivilDate, "2028-02-29" as CivilDate), ("2027-01-29", "2027-02-28"),
        ("2028-01-29", "2028-02-29"), ("2027-12-31", "2028-01-31"), ("2096-01-31", "2096-02-29"),
        ("2100-01-31", "2100-02-28"),
    ])
    func aLeapYearsFebruaryHasADayMore(start: CivilDate, end: CivilDate) throws {
        let desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        let zone = try #require(desk.calendar.zone(named: "UTC"))
        let cycle = Cycle(index: 0, anchor: start, zone: zone, granted: "40h")
        #expect(cycle.to == end)
        #expect(cycle.contains(start))
        #expect(cycle.contains(end.advanced(byDays: -1)))
        #expect(!cycle.contains(end))
        #expect(!cycle.contains(start.advanced(byDays: -1)))
    }

    @Test func aLeapDaysContractFallsOnTheLastDayOfFebruary() throws {
        var desk = try DeskFixture.starter(
            at: "2028-02-29T09:00:00Z", from: "2028-02-29", months: 13)
        try desk.advance(to: "2029-03-29T00:00:00Z")
        let starts = desk.closed().map(\.cycle.from)
        #expect(starts.suffix(2) == ["2029-01-29", "2029-02-28"])
        #expect(desk.closed().last?.cycle.to == "2029-03-29")
    }

    @Test func aCycleThatRestsIsNotClosedByItsOldEnd() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            SuspendContract(contract: .number(1), from: "2026-10-12", reason: "no shop"))
        try desk.advance(to: "2026-11-02T00:00:00Z")
        #expect(try desk.perform(CloseCycle(contract: 1, index: 0)).isEmpty)
    }

    @Test func closingAgainOrEarlyChangesNothing() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        let early = desk.image
        #expect(try desk.perform(CloseCycle(contract: 1, index: 0)).isEmpty)
        #expect(try desk.perform(CloseCycle(contract: 9, index: 0)).isEmpty)
        #expect(desk.image == early)
        try desk.advance(to: "2026-11-01T00:00:00Z")
        let closed = desk.image
        for index in [0, 1, 2, -1, Int.max] {
            #expect(try desk.perform(CloseCycle(contract: 1, index: index)).isEmpty)
        }
        #expect(desk.image == closed)
        // A clock that was set back closes nothing and opens nothing.
        try desk.advance(to: "2026-10-15T00:00:00Z")
        #expect(desk.image == closed)
    }

    @Test func aCycleBeginsWhereTheLastOneEndedWhateverTheZoneDataSaysNow() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        desk.calendar = MovedCalendar()
        try desk.advance(to: "2026-11-01T00:00:00Z")
        let open = try #require(desk.state.contracts[1]?.account.open)
        #expect(open.start == "2026-11-01T00:00:00Z")
        #expect(open.end == "2026-11-30T22:00:00Z")
        // Also where a contract that had ended is renewed meanwhile.
        var ended = try DeskFixture.starter(
            at: "2026-10-01T09:00:00Z", from: "2026-10-01", months: 1)
        try ended.advance(to: "2026-11-05T00:00:00Z")
        ended.calendar = MovedCalendar()
        try ended.perform(RenewContract(contract: .number(1)))
        let renewed = try #require(ended.state.contracts[1]?.account.open)
        #expect(renewed.start == "2026-11-01T00:00:00Z")
        #expect(renewed.end == "2026-11-30T22:00:00Z")
    }
}

/// Zone data that has changed: UTC has become a zone two hours east.
private struct MovedCalendar: CivilCalendar {
    func zone(named name: ZoneName) -> (any CivilZone)? {
        TestCalendar().zone(named: "Etc/GMT-2")
    }
}
