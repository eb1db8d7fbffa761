import SupportModel
import SupportTestKit
import Testing

/// How `plan suggest` gives the weeks' room away (R9, R12): urgent work, work that keeps its week,
/// and why something finds no place. Figures computed by hand.
struct SpreadTests {
    private static let one = ContractReference.number(1)

    private func lines(_ suggestion: PlanSuggestion) -> [String] { suggestion.tickets.map(\.line) }

    private func shortfalls(_ suggestion: PlanSuggestion) -> [String] {
        suggestion.tickets.compactMap(\.shortfall?.line)
    }

    /// Monday 30 November, the last day of the cycle and the first of W49, with so many hours left.
    private func lastDay(
        left: Minutes, beyond: EmergencyBeyondLimit = .package
    ) throws -> DeskFixture {
        var desk = try DeskFixture.planned(at: "2026-11-30T09:00:00Z", beyond: beyond)
        try desk.book("20h", on: "2026-11-03")
        try desk.book("20h" - left, on: "2026-11-10")
        return desk
    }

    @Test func urgentWorkTakesTheRestOfThisCycleAndThenTheNext() throws {
        var desk = try lastDay(left: "10h")
        try desk.plan("25h", level: .emergency)
        #expect(try lines(desk.suggestion()) == ["2: W49 25h"])
        #expect(
            try shortfalls(desk.suggestion()) == [
                "15h, 15h carried: package; next-cycle, extra-hours, group-months"
            ])
        #expect(try desk.suggestion().pools.map(\.planned) == ["10h", "15h"])
    }

    /// Each row: the work, what is left of this cycle's hours, and what is said of it where what
    /// passes the weekly limit becomes extra.
    @Test(
        arguments: [
            ("12h", "10h", "2h, 2h carried: package; next-cycle, extra-hours, group-months"),
            ("20h", "10h", "10h, 10h carried: package; next-cycle, extra-hours, group-months"),
            ("25h", "10h", "15h, 10h carried: weekly-limit; next-cycle, extra-hours, group-months"),
        ] as [(Minutes, Minutes, String)])
    func urgentWorkBeyondTheLimitIsExtra(work: Minutes, left: Minutes, expected: String) throws {
        var desk = try lastDay(left: left, beyond: .extra)
        try desk.plan(work, level: .emergency)
        #expect(try shortfalls(desk.suggestion()) == [expected])
    }

    /// In a week with room for 20h, where the package has no more than that.
    @Test(arguments: [("5h", "20h"), ("20h", "5h")] as [(Minutes, Minutes)])
    func whatThePackageLacksIsNotTheWeeksFault(left: Minutes, lacking: Minutes) throws {
        var desk = try DeskFixture.planned(at: "2026-11-23T09:00:00Z", beyond: .extra)
        try desk.book("20h", on: "2026-11-03")
        if left < "20h" { try desk.book("15h", on: "2026-11-10") }
        try desk.plan("25h", level: .emergency)
        #expect(
            try shortfalls(desk.suggestion())
                == ["\(lacking), 0m carried: package; extra-hours, group-months"])
    }

    @Test func urgentWorkInAServiceThatIsLeftOutIsExtra() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("5h", level: .emergency, service: "development")
        #expect(try lines(desk.suggestion()) == ["2: W45 5h (5h extra)"])
        #expect(try shortfalls(desk.suggestion()) == ["5h, 0m carried: service; extra-hours"])
    }

    @Test func urgentWorkDrawsFromThePackageAlsoBeyondTheLimit() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("25h", in: "2026-W46", level: .emergency)
        #expect(try desk.plan().pools.map(\.planned) == ["25h"])
    }

    @Test func whatKeepsItsWeekNeverMovesBeforeIt() throws {
        // The contract ends with 30 November, the one day of W49.
        var desk = try DeskFixture.planned(months: 1)
        let kept = try desk.plan("30h", in: "2026-W49")
        #expect(try lines(desk.suggestion()) == ["\(kept): W49 20h"])
        #expect(
            try shortfalls(desk.suggestion())
                == ["10h, 0m carried: weekly-limit; extra-hours, lift-limit, renew"])
    }

    @Test func whatKeepsItsWeekHasItsRoomBeforeOthersGoOnIntoIt() throws {
        var desk = try DeskFixture.planned()
        let long = try desk.plan("30h", in: "2026-W46", level: .highPriority)
        let short = try desk.plan("15h", in: "2026-W47")
        #expect(
            try lines(desk.suggestion()) == [
                "\(long): W46 20h, W47 5h, W49 5h", "\(short): W47 15h",
            ])
    }

    @Test func workPlannedForALaterCycleLacksNothing() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("5h", in: "2026-W51")
        #expect(try shortfalls(desk.suggestion()).isEmpty)
        // The cut week is planned for with this cycle's hours.
        let cut = try desk.plan("25h", in: "2026-W49")
        #expect(
            try lines(desk.suggestion()).last == "\(cut): W49 20h, W50 5h")
        #expect(
            try shortfalls(desk.suggestion()) == [
                "5h, 5h carried: weekly-limit; next-cycle, extra-hours, lift-limit, group-months"
            ])
    }

    @Test func theTwoCyclesOfACutWeekMakeOnePartOfAPlan() throws {
        var desk = try DeskFixture.planned(at: "2026-11-23T09:00:00Z")
        try desk.book("15h", on: "2026-11-03")
        try desk.plan("35h")
        // 25h are left: 20h in W48 and 5h in W49, which the next cycle goes on with.
        #expect(try lines(desk.suggestion()) == ["2: W48 20h, W49 15h"])
    }

    @Test func planningAnewHelpsOnlyAgainstLessUrgentWork() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("20h", in: "2026-W45")
        try desk.plan("25h")
        #expect(
            try shortfalls(desk.suggestion()) == [
                "5h, 5h carried: package; next-cycle, extra-hours, group-months"
            ])
    }

    @Test func aRenewalHelpsOnlyWhatFindsNoWeek() throws {
        var desk = try DeskFixture.planned(months: 1)
        try desk.plan("45h", level: .emergency)
        #expect(try lines(desk.suggestion()) == ["2: W45 45h (5h extra)"])
        #expect(try shortfalls(desk.suggestion()) == ["5h, 0m carried: package; extra-hours"])
    }

    @Test func aRenewalHelpsWhereTheContractEndsWithThePlannedWeeks() throws {
        // 26 weeks from Monday 2 November are over on Monday 3 May, and so is this contract.
        for (start, helps) in [
            ("2026-11-03" as CivilDate, true), ("2026-11-04", false),
        ] {
            var desk = try DeskFixture.starter(at: "2026-11-04T09:00:00Z", from: start, months: 6)
            try desk.perform(ResolveTicket(ticket: 1))
            for _ in 1...5 { try desk.plan("60h") }
            let last = try desk.suggestion().tickets.last?.shortfall
            #expect(last?.options.contains(.renew) == helps, "\(start)")
        }
    }

    @Test func monthsAreGroupedOnceAndOnlyWhereANextOneComes() throws {
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        func offersGrouping(_ cycles: [Int]?, months: Int = 12) throws -> Bool? {
            var desk = try DeskFixture.planned(months: months)
            if let cycles {
                try desk.perform(
                    GroupHours(contract: Self.one, cycles: cycles, agreement: agreed))
            }
            try desk.plan("90h")
            return try desk.suggestion().tickets[0].shortfall?.options.contains(.groupMonths)
        }
        #expect(try offersGrouping(nil) == true)
        #expect(try offersGrouping([0, 1]) == false)
        #expect(try offersGrouping([1, 2]) == false)
        #expect(try offersGrouping([2, 3]) == true)
        #expect(try offersGrouping(nil, months: 1) == false)
    }
}
