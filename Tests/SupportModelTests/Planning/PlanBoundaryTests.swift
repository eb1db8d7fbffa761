import SupportModel
import SupportTestKit
import Testing

/// What `plan show` says at the edges: the last week of a cycle, the first of the next, a rest, and
/// a contract that has not begun (R10, R11, R12).
struct PlanBoundaryTests {
    private static let one = ContractReference.number(1)

    private func weeks(_ plan: ContractPlan) -> [String] {
        plan.weeks.map { String($0.week.description.dropFirst(5)) }
    }

    /// A contract whose cycles begin on a Monday: 7 November is a Saturday, 7 December a Monday.
    private func mondays() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-11-09T09:00:00Z", from: "2026-11-07")
        try desk.perform(ResolveTicket(ticket: 1))
        return desk
    }

    @Test func aPlanEndsWithTheWeekOfTheCyclesLastDay() throws {
        var desk = try mondays()
        // The last day is Sunday 6 December, in W49.
        #expect(try weeks(desk.plan()) == ["W46", "W47", "W48", "W49"])
        let next = try desk.plan("3h", in: "2026-W50")
        let plan = try desk.plan()
        #expect(plan.pools.map(\.cycles) == [[0]], "the next cycle begins after the last week")
        #expect(plan.elsewhere.map(\.ticket) == [next])
    }

    @Test func theWeekAfterTheLastIsElsewhereThoughTheNextCycleHasBegun() throws {
        // 1 December is a Tuesday: W49 belongs to both cycles, W50 to the next alone.
        var desk = try DeskFixture.planned()
        let next = try desk.plan("3h", in: "2026-W50")
        let plan = try desk.plan()
        #expect(weeks(plan).last == "W49")
        #expect(plan.elsewhere.map(\.ticket) == [next])
        #expect(plan.pools.map(\.cycles) == [[0], [1]], "three hours are planned of the next")
    }

    @Test func laterHoursAreShownWhereWeeksAreAskedForOrWorkIsPlanned() throws {
        let desk = try DeskFixture.planned()
        #expect(try desk.plan().pools.map(\.cycles) == [[0]])
        #expect(try desk.plan(weeks: 10).pools.map(\.cycles) == [[0], [1], [2]])
    }

    @Test("the hours of a group to come are those of its two months, whatever the next term has")
    func theHoursOfALaterGroup() throws {
        var desk = try DeskFixture.planned(months: 3)
        try desk.perform(RenewContract(contract: Self.one, months: 3, package: "standard"))
        try desk.perform(
            GroupHours(
                contract: Self.one, cycles: [1, 2],
                agreement: Agreement(by: "mara", reason: "the relaunch")))
        // Fourteen weeks reach into February, the fourth cycle.
        #expect(
            try desk.plan(weeks: 14).pools.map { "\($0.cycles) \($0.left)" }
                == ["[0] 40h", "[1, 2] 80h", "[3] 80h"])
    }

    @Test func aPlanOfAContractThatHasNotBegunBeginsWithIt() throws {
        var desk = try DeskFixture.planned()
        try desk.sign("starter", from: "2026-12-16", months: 3)
        let contract = try #require(desk.state.contracts[2])
        let plan = try desk.state.plan(of: contract, at: desk.now, today: desk.today)
        #expect(plan.today == "2026-12-16")
        #expect(weeks(plan) == ["W51", "W52", "W53", "W01", "W02"])
    }

    /// The hours that a plan is held against, one line for each end.
    private func pools(_ desk: DeskFixture) throws -> String {
        try desk.plan().pools.map(\.line).joined(separator: "\n")
    }

    @Test func whatWasDrawnThisWeekCannotBeUsedAgain() throws {
        var desk = try DeskFixture.planned(at: "2026-11-30T09:00:00Z")
        try desk.book("15h")
        // 25h are left, and this last week lets 5h of them through.
        #expect(try pools(desk) == "25h left, 0m planned, 5h usable, until 2026-12-01")
    }

    @Test func whileItRestsNothingIsLost() throws {
        var desk = try DeskFixture.planned()
        try desk.perform(
            SuspendContract(contract: Self.one, from: "2026-11-04", reason: "no shop"))
        // One week of 20h is left before the rest, and all 40h after it.
        #expect(try pools(desk) == "40h left, 0m planned, 40h usable, until it goes on")
    }

    @Test func aRestWithoutAnEndBeforeTheNextCycleLeavesNoNextCycle() throws {
        var desk = try DeskFixture.planned()
        try desk.perform(
            SuspendContract(contract: Self.one, from: "2026-12-01", reason: "no shop"))
        let plan = try desk.plan(weeks: 26)
        #expect(plan.pools.map(\.cycles) == [[0]])
        #expect(weeks(plan) == ["W45", "W46", "W47", "W48", "W49"])
    }

    @Test func aRestBetweenTwoCyclesMovesTheNextOne() throws {
        var desk = try DeskFixture.planned()
        try desk.perform(
            SuspendContract(
                contract: Self.one, from: "2026-11-03", until: "2026-11-05", reason: "the fair"))
        // The first rest took two days, so that the cycle ends with 2 December.
        try desk.perform(
            SuspendContract(
                contract: Self.one, from: "2026-12-03", until: "2026-12-17", reason: "no shop"))
        let plan = try desk.plan(weeks: 8)
        #expect(weeks(plan) == ["W45", "W46", "W47", "W48", "W49", "W51", "W52"])
        #expect(
            plan.pools.map { "\($0.cycles) until \($0.expires?.description ?? "-")" }
                == ["[0] until 2026-12-03", "[1] until 2027-01-17"])
    }

    @Test func monthsThatAreGroupedLaterAreOnePool() throws {
        var desk = try DeskFixture.planned()
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(GroupHours(contract: Self.one, cycles: [1, 2], agreement: agreed))
        #expect(
            try desk.plan(weeks: 10).pools.map { "\($0.cycles) \($0.line)" } == [
                "[0] 40h left, 0m planned, 40h usable, until 2026-12-01",
                "[1, 2] 80h left, 0m planned, 80h usable, until 2027-02-01",
            ])
    }

    @Test func aWeekIsLateAfterTheDayThatWasAgreedAndNotOnIt() throws {
        var desk = try DeskFixture.planned()
        // 16 November is the Monday of W47, 15 November the Sunday before.
        try desk.plan("1h", in: "2026-W47", due: "2026-11-16")
        #expect(try desk.plan().weeks[2].remarks.isEmpty)
        try desk.plan("1h", in: "2026-W47", due: "2026-11-15")
        #expect(try desk.plan().weeks[2].remarks.map(\.isWarning) == [true])
    }

    @Test func whatIsPlannedForThisWeekIsNotOverdue() throws {
        var desk = try DeskFixture.planned(at: "2026-11-08T09:00:00Z")
        try desk.plan("2h", in: "2026-W45")
        #expect(try desk.plan().overdue.isEmpty, "Sunday is a day of it")
    }

    @Test func aTicketOfTwoWeeksIsOverdueWithTheFirst() throws {
        var desk = try DeskFixture.planned()
        let long = try desk.plan("25h")
        try desk.perform(ApplySuggestion(contract: Self.one))
        try desk.advance(to: "2026-11-09T09:00:00Z")
        let late = try desk.plan().overdue
        #expect(late.map(\.work.ticket) == [long])
        #expect(late.map(\.minutes) == ["20h"], "5h of the 25h are planned for this week")
        try desk.book("17h", on: "2026-11-08", ticket: long)
        #expect(try desk.plan().overdue.map(\.minutes) == ["3h"])
        try desk.book("3h", on: "2026-11-08", ticket: long)
        #expect(try desk.plan().overdue.isEmpty, "the first week's share is done")
    }

    @Test func workThatIsDoneIsNeitherOverdueNorWithoutAWeekNorElsewhere() throws {
        var desk = try DeskFixture.planned()
        let first = try desk.plan("2h", in: "2026-W45")
        let second = try desk.plan("3h")
        let third = try desk.plan("1h", in: "2026-W52")
        try desk.book("2h", on: "2026-11-02", ticket: first)
        try desk.book("4h", on: "2026-11-02", ticket: second)
        try desk.book("1h", on: "2026-11-02", ticket: third)
        try desk.advance(to: "2026-11-09T09:00:00Z")
        let plan = try desk.plan()
        #expect(plan.overdue.isEmpty && plan.unplanned.isEmpty && plan.elsewhere.isEmpty)
    }

    @Test func aTicketWithoutAnEstimateIsOverdueWithAnUnknownPart() throws {
        var desk = try DeskFixture.planned()
        let unknown = try desk.plan(nil, in: "2026-W45")
        try desk.advance(to: "2026-11-09T09:00:00Z")
        let late = try desk.plan().overdue
        #expect(late.map(\.work.ticket) == [unknown] && late.map(\.minutes) == [nil])
    }

    @Test func whatWasPlannedForAWeekThatRestsIsElsewhere() throws {
        var desk = try DeskFixture.planned()
        let lost = try desk.plan("2h", in: "2026-W46")
        try desk.perform(
            SuspendContract(
                contract: Self.one, from: "2026-11-09", until: "2026-11-23", reason: "no shop"))
        try desk.advance(to: "2026-11-11T09:00:00Z")
        #expect(try weeks(desk.plan()).first == "W48")
        #expect(try desk.plan().elsewhere.map(\.ticket) == [lost])
    }

    @Test func aServiceIsIncludedByTheTermsOfItsOwnWeek() throws {
        var desk = try DeskFixture.planned()
        try desk.sign("standard", from: "2026-11-01", months: 12)
        try desk.perform(ChangeContract(contract: .number(2), package: "starter"))
        // Standard includes development, Starter, from December on, does not.
        var numbers: [Identifier<Ticket>] = []
        for week in ["2026-W46", "2026-W51"] {
            try desk.perform(
                OpenTicket(
                    client: "acme", level: .regular, subject: "Work", service: "development",
                    contract: 2))
            let number = try #require(desk.state.newestTicket).number
            try desk.perform(PlanTicket(ticket: number, estimate: "4h", week: Week(week)))
            numbers.append(number)
        }
        let contract = try #require(desk.state.contracts[2])
        let plan = try desk.state.plan(
            of: contract, at: desk.now, today: desk.today, weeks: 8)
        let parts = plan.weeks.flatMap(\.parts)
        #expect(parts.map(\.ticket) == numbers)
        #expect(parts.map(\.extra) == ["0m", "4h"])
    }
}
