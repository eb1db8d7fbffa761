import SupportModel
import SupportTestKit
import Testing

/// What `plan show` answers (R12), with figures computed by hand.
struct PlanTests {
    private func texts(_ remarks: [PlanRemark]) -> [String] {
        remarks.map { ($0.isWarning ? "! " : "") + $0.text }
    }

    @Test func whatIsStillToDoIsPlannedWeekByWeek() throws {
        var desk = try DeskFixture.planned()
        let number = try desk.plan("6h", in: "2026-W45")
        try desk.plan("5h", in: "2026-W49")
        try desk.book("2h", ticket: number)
        let plan = try desk.plan()
        #expect(
            plan.weeks.map(\.line) == [
                "2026-W45 2h + 4h of 20h, room 14h", "2026-W46 0m + 0m of 20h, room 20h",
                "2026-W47 0m + 0m of 20h, room 20h", "2026-W48 0m + 0m of 20h, room 20h",
                "2026-W49 0m + 5h of 20h, room 15h",
            ])
        // 40h less the 2h that are drawn; 4h and 5h are planned.
        #expect(plan.pools.map(\.line) == ["38h left, 9h planned, 38h usable, until 2026-12-01"])
        #expect(
            texts(plan.pools[0].remarks) == [
                "nothing is planned for 29h, which expire at the end of 2026-11-30 (R10)"
            ])
        #expect(plan.weeks.allSatisfy { $0.remarks.isEmpty })
        #expect(plan.weeks.last?.cycles == [0, 1], "the boundary cuts W49")
    }

    @Test func aTicketThatTookLongerHasNothingLeftToDo() throws {
        var desk = try DeskFixture.planned()
        let number = try desk.plan("2h", in: "2026-W45")
        try desk.book("3h", ticket: number)
        #expect(try desk.plan().weeks[0].parts.map(\.minutes) == ["0m"])
        try desk.perform(VoidTime(entry: 1, reason: "wrong ticket"))
        #expect(try desk.plan().weeks[0].parts.map(\.minutes) == ["2h"])
    }

    @Test func aWeekThatPassesTheLimitWarns() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("10h", in: "2026-W46")
        try desk.plan("8h", in: "2026-W46")
        try desk.plan("2h", in: "2026-W46")
        #expect(try desk.plan().weeks[1].remarks.isEmpty, "20 of 20 hours")
        try desk.plan("3h", in: "2026-W46")
        let week = try desk.plan().weeks[1]
        #expect(week.over == "3h")
        #expect(week.room == "0m")
        #expect(
            texts(week.remarks) == [
                "! passes the weekly limit (R9) by 3h: 0m used and 23h planned of 20h"
            ])
    }

    @Test func whatWasDrawnByAgreementAloneWarnsOfNothing() throws {
        var desk = try DeskFixture.planned()
        try desk.book("26h", agreedBy: "mara")
        #expect(try desk.plan().weeks[0].remarks.isEmpty)
        try desk.plan("1h", in: "2026-W45")
        #expect(try desk.plan().weeks[0].over == "1h")
    }

    @Test(arguments: [
        (ExtraPolicy.allow, "they would be extra (R8)"),
        (.ask, "they would be extra and have to be named (R8)"),
        (.refuse, "and the contract takes no extra hours (R8)"),
    ])
    func aMonthThatPassesThePackageWarns(extra: ExtraPolicy, then: String) throws {
        var desk = try DeskFixture.planned(extra: extra)
        for (estimate, week) in [("20h" as Minutes, "2026-W45"), ("20h", "2026-W46")] {
            try desk.plan(estimate, in: week)
        }
        #expect(try desk.plan().pools[0].remarks.isEmpty, "40 of 40 hours")
        try desk.plan("5h", in: "2026-W47")
        let plan = try desk.plan()
        #expect(texts(plan.pools[0].remarks) == ["! passes the package by 5h: \(then)"])
        #expect(plan.weeks.allSatisfy { $0.remarks.isEmpty })
        #expect(plan.weeks[3].room == "0m", "no week has room that the package has not")
    }

    @Test func levelOnePassesTheLimitWithoutAWarning() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("25h", in: "2026-W46", level: .emergency)
        let note =
            "Level 1 work passes the weekly limit by 5h, as it may (R9); it still uses the package"
        #expect(try texts(desk.plan().weeks[1].remarks) == [note])
        try desk.plan("2h", in: "2026-W46")
        let week = try desk.plan().weeks[1]
        // Whichever comes first: of 27h only 25h may pass.
        #expect(week.over == "0m")
        #expect(week.emergencyBeyond == "7h")
        try desk.plan("21h", in: "2026-W46")
        #expect(try desk.plan().weeks[1].over == "3h", "48h, of which 25h may pass 20h")
    }

    @Test func levelOneByOtherTerms() throws {
        var extra = try DeskFixture.planned(beyond: .extra)
        try extra.plan("25h", in: "2026-W46", level: .emergency)
        let plan = try extra.plan()
        #expect(
            texts(plan.weeks[1].remarks) == [
                "Level 1 work passes the weekly limit by 5h, as it may (R9); what passes it is "
                    + "extra hours"
            ])
        #expect(plan.pools[0].planned == "20h")
        var refuse = try DeskFixture.planned(beyond: .refuse)
        try refuse.plan("25h", in: "2026-W46", level: .emergency)
        #expect(try refuse.plan().weeks[1].over == "5h")
    }

    @Test func aCutWeekHasOneLimitAndTwoCycles() throws {
        var desk = try DeskFixture.planned(at: "2026-11-30T09:00:00Z")
        try desk.book("20h", on: "2026-11-03", ticket: try desk.plan("20h"))
        try desk.book("17h", on: "2026-11-10", ticket: 2)
        try desk.plan("10h", in: "2026-W49")
        // Three hours are left of November; the other seven are December's.
        let plan = try desk.plan(weeks: 2)
        #expect(
            plan.weeks.map(\.line) == [
                "2026-W49 0m + 10h of 20h, room 10h", "2026-W50 0m + 0m of 20h, room 20h",
            ])
        #expect(
            plan.pools.map(\.line) == [
                "3h left, 3h planned, 3h usable, until 2026-12-01",
                "40h left, 7h planned, 40h usable, until 2027-01-01",
            ])
        #expect(plan.weeks[0].cycles == [0, 1])
        try desk.book("3h", on: "2026-11-30", ticket: 2)
        try desk.advance(to: "2026-12-01T09:00:00Z")
        #expect(try desk.plan().weeks[0].line == "2026-W49 3h + 10h of 20h, room 7h")
        try desk.plan("8h", in: "2026-W49")
        #expect(try desk.plan().weeks[0].over == "1h", "3h of November count in the week")
    }

    @Test func hoursBeyondTheWeeklyLimitAreListedSeparately() throws {
        let desk = try DeskFixture.planned(at: "2026-11-30T09:00:00Z")
        #expect(
            texts(try desk.plan().pools[0].remarks) == [
                "20h cannot be used any more: the weekly limit (R9) lets only 20h through before "
                    + "they expire",
                "nothing is planned for 20h, which expire at the end of 2026-11-30 (R10)",
            ])
    }

    @Test func groupedMonthsAreOnePool() throws {
        var desk = try DeskFixture.planned()
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(GroupHours(contract: .number(1), cycles: [0, 1], agreement: agreed))
        try desk.plan("20h", in: "2026-W53")
        let plan = try desk.plan()
        #expect(plan.pools.map(\.line) == ["80h left, 20h planned, 80h usable, until 2027-01-01"])
        #expect(plan.pools[0].cycles == [0, 1])
        #expect(plan.weeks.map(\.week.description).last == "2026-W53")
        #expect(plan.weeks.count == 9)
    }

    @Test func aServiceThatThePackageLeavesOutIsExtraAndPassesNoLimit() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("30h", in: "2026-W46", service: "development")
        let plan = try desk.plan()
        #expect(plan.weeks[1].line == "2026-W46 0m + 0m of 20h, room 20h")
        #expect(
            texts(plan.weeks[1].remarks) == [
                "30h beyond the package or in services that it leaves out: extra hours (R2, R8)"
            ])
        #expect(plan.pools[0].planned == "0m")
    }

    @Test func whatHasNoEstimateIsSaidAndNotCounted() throws {
        var desk = try DeskFixture.planned()
        let planned = try desk.plan(nil, in: "2026-W46")
        let other = try desk.plan(nil)
        let plan = try desk.plan()
        #expect(plan.withoutEstimate.map(\.ticket) == [planned, other])
        #expect(plan.weeks[1].parts.map(\.minutes) == [nil])
        #expect(
            texts(plan.weeks[1].remarks) == [
                "not counted, for want of an estimate: ticket \(planned)"
            ])
        #expect(plan.unplanned.isEmpty)
    }

    @Test func overdueLaterAndUnplannedTicketsAreShown() throws {
        var desk = try DeskFixture.planned()
        let overdue = try desk.plan("2h", in: "2026-W45")
        let later = try desk.plan("3h", in: "2026-W52")
        let none = try desk.plan("4h")
        let late = try desk.plan("1h", in: "2026-W48", due: "2026-11-20")
        try desk.advance(to: "2026-11-09T09:00:00Z")
        let plan = try desk.plan()
        #expect(plan.overdue.map(\.work.ticket) == [overdue])
        #expect(plan.elsewhere.map(\.ticket) == [later])
        #expect(plan.unplanned.map(\.ticket) == [none])
        #expect(
            texts(plan.weeks[2].remarks) == [
                "! ticket \(late) would be worked on after the day that was agreed"
            ])
        try desk.perform(ResolveTicket(ticket: overdue))
        #expect(try desk.plan().overdue.isEmpty)
    }

    @Test func aContractThatRestsShowsTheWeeksThatItRuns() throws {
        var desk = try DeskFixture.planned()
        try desk.perform(
            SuspendContract(contract: .number(1), from: "2026-11-12", reason: "no shop"))
        let plan = try desk.plan(weeks: 26)
        #expect(plan.weeks.map(\.week.description) == ["2026-W45", "2026-W46"])
        #expect(plan.restsFrom == "2026-11-12")
        #expect(plan.pools.map(\.line) == ["40h left, 0m planned, 40h usable, until it goes on"])
        #expect(plan.pools[0].remarks.isEmpty, "nothing expires while it rests")
        try desk.advance(to: "2026-11-16T09:00:00Z")
        #expect(try desk.plan().weeks.isEmpty)
        try desk.perform(ResumeContract(contract: .number(1), on: "2026-11-23"))
        #expect(try desk.plan().weeks.map(\.week.description).first == "2026-W48")
    }

    @Test func aContractThatHasEndedHasNoPlan() throws {
        var desk = try DeskFixture.planned(months: 1)
        try desk.advance(to: "2026-12-01T00:00:00Z")
        let ended = Refusal.contractNotActive(
            1, .ended, start: "2026-11-01", end: "2026-12-01")
        #expect(throws: ended) { try desk.plan() }
        #expect(throws: ended) { try desk.suggestion() }
        #expect(refusal(ApplySuggestion(contract: .number(1)), on: desk) == ended)
    }

    @Test func aPlanEndsWithItsContractAndGoesOnWhereItRenewsItself() throws {
        var desk = try DeskFixture.planned(months: 2)
        #expect(try desk.plan(weeks: 26).weeks.last?.week.description == "2026-W53")
        try desk.perform(ChangeContract(contract: .number(1), renewal: .auto))
        #expect(try desk.plan(weeks: 26).weeks.last?.week.description == "2027-W08")
        try desk.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-12-10", reason: "it closes"))
        #expect(try desk.plan(weeks: 26).weeks.last?.week.description == "2026-W50")
    }
}
