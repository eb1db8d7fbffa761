import SupportModel
import SupportTestKit
import Testing

/// What `plan suggest` answers (R12), with figures computed by hand.
struct SuggestionTests {
    private func lines(_ suggestion: PlanSuggestion) -> [String] { suggestion.tickets.map(\.line) }

    private func shortfalls(_ suggestion: PlanSuggestion) -> [String] {
        suggestion.tickets.compactMap(\.shortfall?.line)
    }

    @Test func byLevelThenDeadlineThenAgeIntoTheRoomOfEachWeek() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("15h")
        try desk.plan("15h", level: .highPriority)
        try desk.plan("20h", due: "2026-11-20")
        let suggestion = try desk.suggestion()
        // 20h a week, 40h in November; what is beyond goes on when December's begin on Tuesday
        // 1 December, in W49.
        #expect(
            lines(suggestion) == ["3: W45 15h", "4: W45 5h, W46 15h", "2: W46 5h, W49 10h"])
        #expect(
            shortfalls(suggestion) == [
                "10h, 10h carried: package; next-cycle, extra-hours, group-months"
            ])
        #expect(
            suggestion.weeks.map(\.line) == [
                "2026-W45 0m + 20h of 20h, room 0m", "2026-W46 0m + 20h of 20h, room 0m",
                "2026-W47 0m + 0m of 20h, room 0m", "2026-W48 0m + 0m of 20h, room 0m",
                "2026-W49 0m + 10h of 20h, room 10h",
            ])
        #expect(
            suggestion.pools.map(\.line) == [
                "40h left, 40h planned, 40h usable, until 2026-12-01",
                "40h left, 10h planned, 40h usable, until 2027-01-01",
            ])
        #expect(suggestion.weeks.allSatisfy { !$0.remarks.contains(where: \.isWarning) })
    }

    @Test func ofEqualTicketsTheOlderThenTheLowerNumberIsFirst() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("1h")
        try desk.plan("1h")
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Late"),
            at: "2026-11-02T10:00:00Z")
        try desk.perform(PlanTicket(ticket: 4, estimate: "1h"))
        #expect(try desk.suggestion().tickets.map(\.work.ticket) == [2, 3, 4])
    }

    @Test func onlyWhatIsStillToDoIsSpread() throws {
        var desk = try DeskFixture.planned()
        try desk.book("12h", ticket: try desk.plan("15h"))
        try desk.book("5h", ticket: try desk.plan("5h"))
        try desk.plan(nil)
        let suggestion = try desk.suggestion()
        #expect(lines(suggestion) == ["2: W45 3h"], "of W45 17h are drawn")
        #expect(suggestion.withoutEstimate.map(\.ticket) == [4])
    }

    @Test func levelOneGoesIntoThisWeekWhateverItsRoom() throws {
        var desk = try DeskFixture.planned()
        try desk.book("15h", agreedBy: "mara")
        try desk.plan("10h", in: "2026-W47", level: .emergency)
        try desk.plan("2h", level: .partialOutage)
        let suggestion = try desk.suggestion()
        #expect(lines(suggestion) == ["2: W45 10h", "3: W46 2h"])
        #expect(suggestion.weeks[0].emergencyBeyond == "5h")
        #expect(suggestion.weeks[0].over == "0m")
        #expect(shortfalls(suggestion).isEmpty)
        #expect(suggestion.changes.map(\.ticket) == [2, 3])
    }

    @Test func levelOneBeyondThePackageIsExtra() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("45h", level: .emergency)
        let suggestion = try desk.suggestion()
        #expect(lines(suggestion) == ["2: W45 45h (5h extra)"])
        #expect(
            shortfalls(suggestion) == ["5h, 0m carried: package; extra-hours, group-months"])
    }

    @Test func levelOneByOtherTerms() throws {
        var extra = try DeskFixture.planned(beyond: .extra)
        try extra.plan("25h", level: .emergency)
        #expect(try lines(extra.suggestion()) == ["2: W45 25h (5h extra)"])
        #expect(
            try shortfalls(extra.suggestion()) == [
                "5h, 0m carried: weekly-limit; extra-hours, group-months"
            ])
        var refuse = try DeskFixture.planned(beyond: .refuse)
        try refuse.plan("25h", level: .emergency)
        #expect(try lines(refuse.suggestion()) == ["2: W45 20h, W46 5h"])
    }

    @Test func whatTheWeeksDoNotLetThroughSaysSo() throws {
        var desk = try DeskFixture.planned(at: "2026-11-30T09:00:00Z")
        try desk.plan("30h")
        let suggestion = try desk.suggestion()
        #expect(lines(suggestion) == ["2: W49 20h, W50 10h"])
        #expect(
            shortfalls(suggestion) == [
                "10h, 10h carried: weekly-limit; next-cycle, extra-hours, lift-limit, group-months"
            ])
    }

    @Test func atTheEndOfAContractTheRestHasNoPlace() throws {
        var desk = try DeskFixture.planned(months: 1, extra: .refuse)
        try desk.plan("50h")
        #expect(try lines(desk.suggestion()) == ["2: W45 20h, W46 20h"])
        #expect(try shortfalls(desk.suggestion()) == ["10h, 0m carried: package; renew"])
    }

    @Test func aTicketKeepsItsWeekByDefault() throws {
        var desk = try DeskFixture.planned()
        let kept = try desk.plan("20h", in: "2026-W45")
        let high = try desk.plan("25h", level: .partialOutage)
        let suggestion = try desk.suggestion()
        #expect(
            lines(suggestion) == ["\(high): W46 20h, W49 5h", "\(kept): W45 20h"])
        #expect(suggestion.tickets.map(\.isKept) == [false, true])
        #expect(suggestion.changes.map(\.ticket) == [high])
        #expect(
            shortfalls(suggestion) == [
                "5h, 5h carried: package; next-cycle, extra-hours, group-months, replan"
            ])
        #expect(
            try lines(desk.suggestion(replans: true)) == [
                "\(high): W45 20h, W46 5h", "\(kept): W46 15h, W49 5h",
            ])
    }

    @Test func whatDoesNotFitIntoItsOwnWeekGoesOnAfterIt() throws {
        var desk = try DeskFixture.planned()
        let long = try desk.plan("30h", in: "2026-W46", level: .highPriority)
        let short = try desk.plan("8h", in: "2026-W47")
        // The second keeps its week before the first goes on into it.
        #expect(
            try lines(desk.suggestion()) == [
                "\(long): W46 20h, W47 10h", "\(short): W47 8h",
            ])
    }

    @Test func anOverdueTicketIsGivenANewWeek() throws {
        var desk = try DeskFixture.planned()
        let overdue = try desk.plan("2h", in: "2026-W45")
        try desk.advance(to: "2026-11-09T09:00:00Z")
        let suggestion = try desk.suggestion()
        #expect(lines(suggestion) == ["\(overdue): W46 2h"])
        #expect(suggestion.tickets.map(\.isKept) == [false])
    }

    @Test func aServiceThatThePackageLeavesOutTakesNoRoom() throws {
        var desk = try DeskFixture.planned()
        let free = try desk.plan("30h", service: "development")
        let planned = try desk.plan("30h", in: "2026-W46", service: "development")
        let suggestion = try desk.suggestion()
        #expect(lines(suggestion) == ["\(free): -", "\(planned): W46 30h (30h extra)"])
        #expect(
            shortfalls(suggestion) == [
                "30h, 0m carried: service; extra-hours", "30h, 0m carried: service; extra-hours",
            ])
        #expect(suggestion.weeks[1].room == "20h")
    }

    @Test func aDeadlineThatIsMissedIsSaid() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("20h", level: .highPriority)
        let late = try desk.plan("4h", due: "2026-11-05")
        let suggestion = try desk.suggestion()
        #expect(suggestion.tickets.filter(\.isLate).map(\.work.ticket) == [late])
        #expect(suggestion.weeks[1].remarks.map(\.isWarning) == [true])
    }

    @Test func whileTheContractRestsThereIsNoWeek() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("3h")
        try desk.perform(SuspendContract(contract: .number(1), reason: "no shop"))
        #expect(try shortfalls(desk.suggestion()) == ["3h, 0m carried: no-week; "])
        #expect(try desk.suggestion().changes.isEmpty)
        try desk.perform(ResumeContract(contract: .number(1), on: "2026-11-16"))
        #expect(try lines(desk.suggestion()) == ["2: W47 3h"])
    }

    @Test func takingItSetsAllWeeksInOneRecord() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("25h")
        try desk.plan("10h")
        let sequence = desk.state.sequence
        let events = try desk.perform(ApplySuggestion(contract: .client("acme")))
        #expect(
            events.map(\.body.summary) == [
                "ticket 2 planned: 25h in 2026-W45 to 2026-W46",
                "ticket 3 planned: 10h in 2026-W46",
            ])
        #expect(desk.state.sequence == sequence + 1)
        #expect(desk.state.tickets[2]?.plannedWeek == "2026-11-02")
        let zone = try #require(desk.calendar.zone(named: "UTC"))
        func planned() throws -> [String] {
            let contract = try #require(desk.state.contracts[1])
            let plan = try desk.state.plan(
                of: contract, at: desk.now, today: zone.date(at: desk.now), weeks: 3)
            #expect(plan.weeks.flatMap(\.remarks).allSatisfy { !$0.isWarning })
            return plan.weeks.map(\.planned.description)
        }
        #expect(try planned() == ["20h", "15h", "0m"], "a ticket has its share in each week")
        let again = try desk.suggestion()
        #expect(again.changes.isEmpty)
        #expect(lines(again) == ["2: W45 20h, W46 5h", "3: W46 10h"])
        #expect(try desk.perform(ApplySuggestion(contract: .number(1))).isEmpty)
    }

    @Test("what plan show warns of is mended: two tickets in one week that does not hold both")
    func takingItMendsWhatTheWeekDoesNotHold() throws {
        var desk = try DeskFixture.planned()
        let small = try desk.plan("6h", in: "2026-W45")
        let large = try desk.plan("18h", in: "2026-W45")
        #expect(try desk.plan().weeks[0].over == "4h")
        let suggestion = try desk.suggestion()
        #expect(lines(suggestion) == ["\(small): W45 6h", "\(large): W45 14h, W46 4h"])
        #expect(suggestion.changes.map(\.ticket) == [large])
        try desk.perform(ApplySuggestion(contract: .number(1)))
        #expect(try desk.plan().weeks.flatMap(\.remarks).allSatisfy { !$0.isWarning })
        #expect(try desk.plan().weeks.prefix(2).map(\.planned) == ["20h", "4h"])
        #expect(desk.state.tickets[large]?.plannedWeek == "2026-11-02")
        #expect(try desk.perform(ApplySuggestion(contract: .number(1))).isEmpty)
        // A week that is full of others is given up altogether.
        let more = try desk.plan("5h", in: "2026-W45")
        try desk.perform(ApplySuggestion(contract: .number(1)))
        #expect(desk.state.tickets[more]?.plannedWeek == "2026-11-09")
        #expect(try desk.suggestion().changes.isEmpty)
    }

    @Test func planningAnewTakesTheWeekFromWhatFindsNoPlace() throws {
        var desk = try DeskFixture.planned(months: 1)
        let low = try desk.plan("20h", in: "2026-W45")
        try desk.plan("40h", level: .partialOutage)
        try desk.perform(ApplySuggestion(contract: .number(1)))
        #expect(desk.state.tickets[low]?.plannedWeek == "2026-11-02")
        try desk.perform(ApplySuggestion(contract: .number(1), replan: true))
        #expect(desk.state.tickets[low]?.plannedWeek == nil)
        #expect(desk.state.tickets[low]?.estimate == "20h")
    }
}
