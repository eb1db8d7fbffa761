import SupportModel
import SupportTestKit
import Testing

/// What rests, ends and renewals say and keep, word for word.
struct RestAndEndTests {
    private let first = ContractReference.number(1)
    private let agreed = Agreement(by: "mara", reason: "the relaunch")

    private func desk() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
    }

    @Test func aRestThatLeavesAGroupNoSecondMonthNamesItAndTheEnd() throws {
        var desk = try desk()
        try desk.perform(GroupHours(contract: first, cycles: [0, 1], agreement: agreed))
        try desk.perform(
            TerminateContract(contract: first, lastDay: "2026-11-05", reason: "it closes"))
        let rest = SuspendContract(contract: first, from: "2026-10-12", reason: "no shop")
        let refused = refusal(rest, on: desk)
        #expect(
            refused?.why
                == "cycle 2 shares its hours with cycle 1, and would not begin before contract 1 "
                + "ends with 2026-11-05")
        #expect(refused?.hint.hasSuffix("supportc contract ungroup 1 --cycles 1,2") == true)
    }

    @Test func whatReachesBeyondTheEndNamesTheLastDay() throws {
        var desk = try desk()
        try desk.perform(
            TerminateContract(contract: first, lastDay: "2026-11-05", reason: "it closes"))
        let beyond = SuspendContract(
            contract: first, from: "2026-10-12", until: "2026-11-07", reason: "no shop")
        let whole = SuspendContract(contract: first, from: "2026-11-01", reason: "no shop")
        let none = refusal(whole, on: desk)
        #expect(
            refusal(beyond, on: desk)?.why
                == "lies beyond 2026-11-05, the last day of contract 1, which was terminated (R10)")
        #expect(
            none?.why
                == "is the first day of a cycle, and contract 1 would be suspended from there until it ends "
                + "with 2026-11-05")
        #expect(
            none?.hint
                == "let it end before that: supportc contract terminate 1 --last-day 2026-10-31")
    }

    @Test func aRestThatWasTakenBackLeavesNoTrace() throws {
        var desk = try desk()
        try desk.perform(SuspendContract(contract: first, reason: "no shop"))
        #expect(desk.image.contains("\"suspensions\""))
        try desk.perform(ResumeContract(contract: first, on: "2026-10-05"))
        #expect(!desk.image.contains("\"suspensions\""))
    }

    @Test func aContractThatRenewsItselfTakesTheTermsOfThatDay() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.perform(
            SignContract(
                client: "acme", package: "starter", from: "2026-10-01", months: 1,
                manager: "mara", renewal: .auto))
        desk.catalogue.packages[0].monthlyFee = Money(minorUnits: 250_000, currency: "EUR")
        try desk.advance(to: "2026-11-01T09:00:00Z")
        #expect(desk.state.contracts[1]?.terms.monthlyFee.amount == "2500.00")
        desk.catalogue.packages[0].monthlyFee = Money(minorUnits: 260_000, currency: "USD")
        try desk.advance(to: "2026-12-01T09:00:00Z")
        #expect(desk.state.contracts[1]?.terms.monthlyFee.amount == "2500.00")
    }

    @Test func aForecastSaysWhatRunsAndUntilWhen() throws {
        let desk = try desk()
        let lines = try desk.state.forecast(first, at: "2026-10-20", desk.context()).lines
        #expect(
            lines.map(\.text) == [
                "cycle 1 runs from 2026-10-01 to 2026-10-31 and grants 40h, Starter",
                "the term runs until 2027-09-30",
            ])
    }

    @Test func anExplanationNamesTheOtherMonthAndWhatVoidsGaveBack() throws {
        var desk = try desk()
        try desk.perform(GroupHours(contract: first, cycles: [0, 1], agreement: agreed))
        for day: CivilDate in ["2026-10-12", "2026-10-19", "2026-10-26"] {
            try desk.advance(to: Instant("\(day)T09:00:00Z") ?? desk.now)
            try desk.book("20h")
        }
        let lines = try desk.state.explain(3).lines.map(\.text)
        #expect(
            lines.contains("20h used from cycle 2, grouped with it: mara agreed, the relaunch"))
    }

    @Test func lateWorkThatAVoidCoversSaysSo() throws {
        var desk = try DeskFixture.starter(at: "2026-01-28T12:00:00Z", from: "2026-01-01")
        for day: CivilDate in ["2026-01-12", "2026-01-19"] { try desk.book("20h", on: day) }
        try desk.advance(to: "2026-02-02T12:00:00Z")
        let late = LateMark(reason: "found in the notes")
        try desk.perform(
            AddTime(ticket: 1, worked: "15h", date: "2026-01-26", extra: true, late: late))
        let before = "0m settled against the hours that expired with cycle 1: 0m when it closed"
        #expect(try desk.state.explain(3).lines.map(\.text).contains(before))
        #expect(
            try desk.state.explain(3).lines.last?.text
                == "15h beyond the package, billed at 75.00 EUR an hour")
        try desk.perform(VoidTime(entry: 2, reason: "booked twice", late: true))
        let after =
            "15h settled against the hours that expired with cycle 1: 0m when it closed, and 20h that "
            + "voids have given back"
        for now: Instant in ["2026-02-02T12:00:00Z", "2026-03-02T12:00:00Z"] {
            try desk.advance(to: now)
            #expect(try desk.state.explain(3).lines.map(\.text).contains(after))
        }
    }

    @Test func aCutWeekOfOnePoolShowsItsHoursOnBothSides() throws {
        // The week of Monday 26 October has days of both months; 15 of 80 hours are left.
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-09-28")
        let lifted = GroupHours(
            contract: first, cycles: [0, 1], agreement: agreed, weeklyLimit: "70h")
        try desk.perform(lifted)
        try desk.book("65h")
        let weeks = try desk.state.forecast(first, at: "2026-10-29", desk.context()).weeks
        let cut = weeks.filter { $0.monday == "2026-10-26" }
        #expect(cut.map(\.cycle) == [0, 1])
        #expect(cut.map(\.room) == ["15h", "15h"], "as hours says it on each day")
    }

    @Test func groupingIsAChangeOfTheContract() throws {
        var desk = try desk()
        let before = try #require(desk.state.contracts[1]?.version)
        try desk.perform(GroupHours(contract: first, cycles: [0, 1], agreement: agreed))
        #expect(desk.state.contracts[1]?.version == desk.state.sequence)
        #expect(desk.state.sequence > before)
    }

    @Test func aNoticeCountsWhatIsLeft() throws {
        var desk = try desk()
        try desk.book("5h")
        try desk.advance(to: "2026-10-26T09:00:00Z")
        let due = try desk.perform(NotifyHours(contract: 1), by: .desk)
        #expect(
            due.map(\.body.summary)
                == ["contract 1: of 35h left, only 20h can be used before they expire"])
    }

    @Test func aRenewalThatBeginsACycleRecordsItsNotices() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.sign("starter", from: "2026-10-01", months: 1)
        try desk.advance(to: "2026-11-24T09:00:00Z")
        // The week of 23 November and Monday the 30th: 40 hours can be used; a week later 20.
        #expect(try desk.perform(RenewContract(contract: first)).count == 1)
        var late = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try late.sign("starter", from: "2026-10-01", months: 1)
        try late.advance(to: "2026-11-30T09:00:00Z")
        let events = try late.perform(RenewContract(contract: first))
        #expect(
            events.last?.body.summary
                == "contract 1: of 40h left, only 20h can be used before they expire")
    }

    @Test func aGroupWithoutALimitOfItsOwnLeavesNoTrace() throws {
        var desk = try desk()
        try desk.perform(GroupHours(contract: first, cycles: [0, 1], agreement: agreed))
        try desk.perform(
            TerminateContract(contract: first, lastDay: "2026-10-26", reason: "it closes"))
        #expect(desk.state.contracts[1]?.groups == nil)
        #expect(!desk.image.contains("lapsed"))
    }

    @Test func whatAManagerLiftedTheLimitForIsBeyondThePackageForEver() throws {
        var desk = try desk()
        try desk.book("45h", agreedBy: "mara")
        for now: Instant in ["2026-10-05T09:00:00Z", "2026-11-02T09:00:00Z"] {
            try desk.advance(to: now)
            #expect(
                try desk.state.explain(1).lines.last?.text
                    == "5h beyond the package, billed at 75.00 EUR an hour")
        }
    }

    @Test func anExplanationNamesTheCycleOfTheWork() throws {
        var desk = try desk()
        try desk.book("1h")
        try desk.advance(to: "2026-11-02T09:00:00Z")
        try desk.book("1h")
        let cycles = try [1, 2].map { try desk.state.explain($0).lines.first?.text ?? "" }
        #expect(cycles[0].contains("falls in cycle 1 of contract 1, closed"))
        #expect(cycles[1].contains("falls in cycle 2 of contract 1, which is open"))
    }

    @Test func refusalsNameTheirCycleByItsNumber() throws {
        var desk = try desk()
        let late = AddTime(ticket: 1, worked: "1h", late: LateMark(reason: "found in the notes"))
        #expect(refusal(late, on: desk)?.why == "lies in cycle 1, which is open")
        try desk.perform(GroupHours(contract: first, cycles: [0, 1], agreement: agreed))
        try desk.advance(to: "2026-11-02T09:00:00Z")
        let closed = refusal(UngroupHours(contract: first), on: desk)
        #expect(closed?.why.hasPrefix("cycle 1 has closed") == true)
        #expect(closed?.hint == "its hours expire with cycle 2")
    }

    @Test func aNegativePartMirrorsThePositive() {
        let amount = Money(minorUnits: 1_000, currency: "EUR")
        let credit = Money(minorUnits: -1_000, currency: "EUR")
        #expect(amount.part(1, of: 3).minorUnits == 333)
        #expect(credit.part(1, of: 3).minorUnits == -333)
        #expect(amount.part(-1, of: 3).minorUnits == -333)
        #expect(credit.part(-1, of: 3).minorUnits == 333)
    }

    @Test func aTimerThatIsDiscardedSaysSo() throws {
        var desk = try desk()
        try desk.perform(StartTimer(ticket: 1))
        try desk.advance(to: "2026-10-05T10:00:00Z")
        let events = try desk.perform(StopTimer(discard: true))
        #expect(events.map(\.body.summary).allSatisfy { $0.contains("discarded") })
        try desk.perform(StartTimer(ticket: 1))
        try desk.advance(to: "2026-10-05T11:00:00Z")
        let stopped = try desk.perform(StopTimer())
        #expect(stopped.first?.body.summary.contains("stopped after 1h") == true)
    }
}
