import SupportModel
import SupportTestKit
import Testing

/// What a change does to other entries and to the open statement is reported with it (R8, R9, R10).
struct OtherWorkTests {
    /// What one command changes of contract 1, in words; the command's own entries are given.
    private func change(
        _ command: some Command, _ desk: inout DeskFixture,
        besides entries: [Identifier<TimeEntry>] = []
    ) throws -> String {
        let before = try #require(desk.state.contracts[1])
        try desk.perform(command)
        let after = try #require(desk.state.contracts[1])
        let change = AccountChange(
            from: before, to: after, Coverage(of: after), besides: entries)
        return "others \(change.others) \(change.othersAmount), "
            + "due \(change.dueBefore.amount) -> \(change.dueAfter.amount)"
    }

    private func booking(_ duration: Minutes, on date: CivilDate, late: Bool = false) -> AddTime {
        AddTime(
            ticket: 1, worked: duration, date: date, extra: true,
            late: late ? LateMark(reason: "found in the notes") : nil)
    }

    @Test func aBookingsDecisionSaysWhatTheAccountsBeforeAndAfterSay() throws {
        var desk = try DeskFixture.starter(at: "2026-10-19T12:00:00Z", from: "2026-10-01")
        try desk.book("20h", on: "2026-10-12")
        try desk.book("20h", on: "2026-10-19")
        for (entry, day) in [(3, "2026-10-05"), (4, "2026-10-19")] as [(Int, CivilDate)] {
            let before = try #require(desk.state.contracts[1])
            try desk.book("5h", on: day, extra: true)
            let after = try #require(desk.state.contracts[1])
            let own = [try #require(Identifier<TimeEntry>(entry))]
            let hours = try #require(desk.lastHours)
            let change = hours.change(to: after)
            #expect(hours.coverage == Coverage(of: after))
            #expect(change == AccountChange(from: before, to: after, hours.coverage, besides: own))
            #expect(change.others == (entry == 3 ? "5h" : "0m"))
            #expect(change.dueAfter.minorUnits - change.dueBefore.minorUnits == 37_500)
        }
    }

    @Test func anEarlierDayTakesHoursFromLaterOnesAndItsVoidGivesThemBack() throws {
        var desk = try DeskFixture.starter(at: "2026-10-19T12:00:00Z", from: "2026-10-01")
        try desk.book("20h", on: "2026-10-12")
        #expect(
            try change(booking("20h", on: "2026-10-19"), &desk, besides: [2])
                == "others 0m 0.00 EUR, due 2160.00 -> 2160.00")
        #expect(
            try change(booking("5h", on: "2026-10-05"), &desk, besides: [3])
                == "others 5h 375.00 EUR, due 2160.00 -> 2535.00")
        #expect(try desk.split(2) == "15h package, 5h extra")
        #expect(
            try change(VoidTime(entry: 3, reason: "booked twice"), &desk, besides: [3])
                == "others -5h -375.00 EUR, due 2535.00 -> 2160.00")
        #expect(try desk.split(2) == "20h package, 0m extra")
    }

    @Test func aLateVoidGivesOtherLateWorkItsHours() throws {
        var desk = try DeskFixture.starter(at: "2026-01-28T12:00:00Z", from: "2026-01-01")
        try desk.book("20h", on: "2026-01-12")
        try desk.book("20h", on: "2026-01-19")
        try desk.advance(to: "2026-02-02T12:00:00Z")
        #expect(
            try change(booking("15h", on: "2026-01-26", late: true), &desk, besides: [3])
                == "others 0m 0.00 EUR, due 2160.00 -> 3285.00")
        let void = VoidTime(entry: 2, reason: "booked twice", late: true)
        #expect(
            try change(void, &desk, besides: [2])
                == "others -15h -1125.00 EUR, due 3285.00 -> 2160.00")
    }

    @Test func aLateVoidGivesTheWeekThatABoundaryCutsItsRoom() throws {
        // 2026-10-01 is a Thursday: the week of Monday 28 September has days of both cycles.
        var desk = try DeskFixture.starter(at: "2026-10-01T12:00:00Z", from: "2026-09-01")
        try desk.perform(booking("20h", on: "2026-09-30", late: true))
        try desk.advance(to: "2026-10-02T12:00:00Z")
        try desk.perform(booking("5h", on: "2026-10-02"))
        #expect(try desk.split(2) == "0m package, 5h extra")
        #expect(
            try change(VoidTime(entry: 1, reason: "booked twice"), &desk, besides: [1])
                == "others -5h -375.00 EUR, due 2535.00 -> 2160.00")
    }

    @Test func aGroupCoversWorkThatWasExtra() throws {
        var desk = try DeskFixture.starter(at: "2026-10-19T12:00:00Z", from: "2026-10-01")
        try desk.book("20h", on: "2026-10-05")
        try desk.book("20h", on: "2026-10-12")
        try desk.perform(booking("3h", on: "2026-10-19"))
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        #expect(
            try change(GroupHours(contract: .number(1), cycles: [0, 1], agreement: agreed), &desk)
                == "others -3h -225.00 EUR, due 2385.00 -> 2160.00")
    }

    @Test func aFrozenCycleIsTouchedByNothing() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T12:00:00Z", from: "2026-10-01")
        try desk.book("20h")
        try desk.advance(to: "2026-11-05T12:00:00Z")
        let void = VoidTime(entry: 1, reason: "booked twice", late: true)
        #expect(
            try change(void, &desk, besides: [1])
                == "others 0m 0.00 EUR, due 2160.00 -> 2160.00")
    }

    @Test("a timer over midnight says of both its days together what they do")
    func aTimerOverMidnight() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T08:00:00Z", from: "2026-10-01")
        try desk.book("19h")
        try desk.perform(StartTimer(ticket: 1), at: "2026-10-05T23:30:00Z")
        try desk.perform(StopTimer(extra: true), at: "2026-10-06T01:30:00Z")
        #expect(try desk.split(2) == "30m package, 0m extra")
        #expect(try desk.split(3) == "30m package, 1h extra")
        let hours = try #require(desk.lastHours)
        let after = try #require(desk.state.contracts[1])
        #expect(hours.coverage.splits == Coverage(of: after).splits)
        #expect(hours.notices.map(\.notice) == [.half], "the second day's half hour reaches it")
        let change = hours.change(to: after)
        #expect(change.others == "0m", "the extra hour is the timer's own")
        #expect(change.dueAfter.minorUnits - change.dueBefore.minorUnits == 7500)
    }

    @Test("the extra hours of the entry that is voided are not those of others")
    func aVoidsOwnExtraHours() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T08:00:00Z", from: "2026-10-01")
        try desk.book("22h", extra: true)
        try desk.perform(VoidTime(entry: 1, reason: "booked twice"))
        let after = try #require(desk.state.contracts[1])
        let change = try #require(desk.lastHours).change(to: after)
        #expect(change.others == "0m")
        #expect(change.othersAmount.minorUnits == 0)
        #expect(change.dueAfter.minorUnits - change.dueBefore.minorUnits == -15_000)
    }

    @Test("between two cycles nothing is owed but what was adjusted")
    func noCycleIsOpen() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T08:00:00Z", from: "2026-10-01")
        try desk.book("22h", extra: true)
        try desk.advance(to: "2026-10-31T08:00:00Z")
        try desk.perform(
            SuspendContract(contract: .number(1), from: "2026-11-01", reason: "no shop"))
        try desk.advance(to: "2026-11-05T08:00:00Z")
        #expect(desk.state.contracts[1]?.account.open == nil)
        #expect(
            try change(VoidTime(entry: 1, reason: "twice", late: true), &desk, besides: [1])
                == "others 0m 0.00 EUR, due 0.00 -> -150.00")
    }

    @Test("late work costs what an hour did in its own month")
    func theRateOfItsMonth() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T12:00:00Z", from: "2026-10-01", months: 1)
        desk.catalogue.packages[0].extraRate = Money(minorUnits: 8000, currency: "EUR")
        try desk.perform(RenewContract(contract: .number(1), months: 3))
        try desk.advance(to: "2026-12-05T12:00:00Z")
        try desk.perform(booking("20h", on: "2026-11-02", late: true))
        try desk.perform(booking("20h", on: "2026-11-09", late: true))
        try desk.perform(booking("15h", on: "2026-11-16", late: true))
        // 15 hours at 80, and the fee of a term without a discount.
        #expect(
            try change(VoidTime(entry: 2, reason: "booked twice"), &desk, besides: [2])
                == "others -15h -1200.00 EUR, due 3600.00 -> 2400.00")
    }
}
