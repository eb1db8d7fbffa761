import SupportModel
import SupportTestKit
import Testing

/// Setting and taking away a ticket's estimate, week and date (R12).
struct PlanTicketTests {
    private func week(_ text: String) throws -> Week { try #require(Week(text)) }

    /// The date that a refusal is about, and why.
    private func outside(
        _ command: some Command, _ desk: DeskFixture, _ location: SourceLocation = #_sourceLocation
    ) -> String? {
        let refused = refusal(command, on: desk, sourceLocation: location)
        guard case .dateOutside = refused else { return nil }
        return refused?.message
    }

    @Test func whatIsNotNamedStaysAsItWas() throws {
        var desk = try DeskFixture.planned()
        let number = try desk.plan("6h", in: "2026-W46", due: "2026-11-20")
        var ticket: Ticket? { desk.state.tickets[number] }
        #expect(ticket?.estimate == "6h")
        #expect(ticket?.plannedWeek == "2026-11-09")
        #expect(ticket?.due == "2026-11-20")
        try desk.perform(PlanTicket(ticket: number, estimate: "8h"))
        #expect(ticket?.estimate == "8h")
        #expect(ticket?.plannedWeek == "2026-11-09")
        try desk.perform(PlanTicket(ticket: number, due: "2026-11-30", taken: [.week]))
        #expect(ticket?.plannedWeek == nil)
        #expect(ticket?.due == "2026-11-30")
        #expect(
            ticket?.remarks.map(\.text) == [
                "planned: 6h in 2026-W46, due 2026-11-20",
                "planned: 8h in 2026-W46, due 2026-11-20",
                "planned: 8h, no week, due 2026-11-30",
            ])
        try desk.perform(PlanTicket(ticket: number, taken: [.estimate, .week, .due]))
        #expect(ticket?.estimate == nil)
        #expect(ticket?.due == nil)
    }

    @Test func theSameAgainIsNothingNew() throws {
        var desk = try DeskFixture.planned()
        let number = try desk.plan("6h", in: "2026-W46")
        let before = desk.image
        try desk.perform(PlanTicket(ticket: number, estimate: "6h"))
        try desk.perform(PlanTicket(ticket: number, taken: [.due]))
        #expect(desk.image == before)
    }

    @Test func aClosedTicketIsNotPlannedAndAResolvedOneIs() throws {
        var desk = try DeskFixture.planned()
        try desk.perform(PlanTicket(ticket: 1, estimate: "2h"))
        try desk.perform(CloseTicket(ticket: 1))
        let refused = refusal(PlanTicket(ticket: 1, estimate: "3h"), on: desk)
        #expect(refused?.message == "ticket 1 is closed, not open, active, waiting or resolved")
    }

    @Test func aValueCannotBeSetAndTakenAwayAtOnce() throws {
        let desk = try DeskFixture.planned()
        let rows = [
            ("the estimate", PlanTicket(ticket: 1, estimate: "1h", taken: [.estimate])),
            ("the week", PlanTicket(ticket: 1, week: try week("2026-W46"), taken: [.week])),
            ("the due", PlanTicket(ticket: 1, due: "2026-11-20", taken: [.estimate, .due])),
        ]
        for (what, command) in rows {
            let refused = refusal(command, on: desk)
            #expect(refused?.message == "\(what) cannot be set and taken away at once")
        }
    }

    @Test func aWeekOrDayThatIsPastIsRefused() throws {
        let desk = try DeskFixture.planned(at: "2026-11-15T12:00:00Z")
        #expect(
            outside(PlanTicket(ticket: 1, week: try week("2026-W45")), desk)
                == "2026-11-02 begins 2026-W45, which is past: today is 2026-11-15 in UTC")
        #expect(
            outside(PlanTicket(ticket: 1, due: "2026-11-14"), desk)
                == "2026-11-14 is past: today is 2026-11-15 in UTC")
        var other = desk
        // Sunday is the last day of W46, and today is a day to be done by.
        try other.perform(
            PlanTicket(ticket: 1, week: try week("2026-W46"), due: "2026-11-15"))
    }

    @Test func theWeekIsTheContractsOwn() throws {
        var desk = try DeskFixture.planned(at: "2026-11-15T12:00:00Z", zone: "Pacific/Auckland")
        // It is Monday of W47 in Auckland.
        #expect(
            outside(PlanTicket(ticket: 1, week: try week("2026-W46")), desk)
                == "2026-11-09 begins 2026-W46, which is past: today is 2026-11-16 in "
                + "Pacific/Auckland")
        try desk.perform(PlanTicket(ticket: 1, week: try week("2026-W47")))
    }

    @Test func theLastWeekIsThatOfTheContractsLastDay() throws {
        // Two months: the last day is Thursday 31 December 2026, in W53.
        var desk = try DeskFixture.planned(months: 2)
        try desk.perform(PlanTicket(ticket: 1, week: try week("2026-W53")))
        #expect(
            outside(PlanTicket(ticket: 1, week: try week("2027-W01")), desk)
                == "2027-01-04 begins 2027-W01, but contract 1 ends with 2026-12-31")
        try desk.perform(ChangeContract(contract: .number(1), renewal: .auto))
        try desk.perform(PlanTicket(ticket: 1, week: try week("2027-W08")))
        #expect(
            outside(PlanTicket(ticket: 1, week: try week("2027-W09")), desk)
                == "2027-03-01 begins 2027-W09, but contract 1 ends with 2027-02-28")
    }

    @Test func aContractThatRestsOrHasNotBegunTakesNoWeek() throws {
        var desk = try DeskFixture.planned()
        try desk.perform(
            SuspendContract(
                contract: .number(1), from: "2026-11-12", until: "2026-11-24", reason: "no shop"))
        try desk.perform(PlanTicket(ticket: 1, week: try week("2026-W46")))
        #expect(
            outside(PlanTicket(ticket: 1, week: try week("2026-W47")), desk)
                == "2026-11-16 begins 2026-W47, in which contract 1 is suspended")
        try desk.perform(PlanTicket(ticket: 1, week: try week("2026-W48")))
        var open = try DeskFixture.planned()
        try open.perform(
            SuspendContract(contract: .number(1), from: "2026-11-12", reason: "no shop"))
        for text in ["2026-W47", "2026-W52"] {
            #expect(
                outside(PlanTicket(ticket: 1, week: try week(text)), open)?
                    .hasSuffix("in which contract 1 is suspended") == true)
        }
        var pending = try DeskFixture.planned()
        try pending.sign("starter", from: "2026-12-16", months: 3)
        #expect(pending.state.contracts[2]?.standing(at: pending.now) == .pending)
    }

    @Test func onDemandMayHaveAllThreeAndBelongsToNoPlan() throws {
        var desk = try DeskFixture.planned()
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Banner", onDemand: true))
        try desk.perform(
            PlanTicket(
                ticket: 2, estimate: "3h", week: try week("2030-W01"), due: "2030-01-04"))
        #expect(
            outside(PlanTicket(ticket: 2, week: try week("2026-W44")), desk)
                == "2026-10-26 begins 2026-W44, which is past: today is 2026-11-02 in UTC")
        let plan = try desk.plan()
        #expect(plan.weeks.allSatisfy { $0.parts.isEmpty })
        #expect(plan.elsewhere.isEmpty)
        #expect(try desk.suggestion().tickets.isEmpty)
    }
}
