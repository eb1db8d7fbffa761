import SupportModel
import SupportTestKit
import Testing

/// Cycles whose terms differ, and terms that renew themselves.
struct PlanTermTests {
    @Test func aCutWeekHasTheGreaterLimitOfItsTwoCycles() throws {
        var desk = try DeskFixture.planned()
        try desk.sign("standard", from: "2026-11-01", months: 12)
        try desk.perform(ChangeContract(contract: .number(2), package: "starter"))
        let contract = try #require(desk.state.contracts[2])
        let plan = try desk.state.plan(
            of: contract, at: desk.now, today: desk.today, weeks: 6)
        // Standard lets 40h through, Starter, from Tuesday 1 December on, 20h.
        #expect(plan.weeks.map(\.limit) == ["40h", "40h", "40h", "40h", "40h", "20h"])
    }

    @Test func aTermRenewsItselfForItsOwnLength() throws {
        var desk = try DeskFixture.planned(months: 2)
        try desk.perform(ChangeContract(contract: .number(1), renewal: .auto))
        try desk.advance(to: "2027-01-04T09:00:00Z")
        // Renewed until the end of February; then once more, until the end of April.
        #expect(try desk.plan(weeks: 26).weeks.last?.week.description == "2027-W17")
    }

    @Test func aWeekWhoseLastDaysRestIsNoWeekAnyMore() throws {
        var desk = try DeskFixture.planned()
        try desk.perform(
            SuspendContract(
                contract: .number(1), from: "2026-11-04", until: "2026-11-09", reason: "no shop"))
        #expect(try desk.plan().weeks.first?.week.description == "2026-W45")
        try desk.advance(to: "2026-11-04T09:00:00Z")
        #expect(try desk.plan().weeks.first?.week.description == "2026-W46")
    }
}
