import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// Where a contract that rests can end, and what is reported of it until then (R10).
struct EndOfRestTests {
    private let first = ContractReference.number(1)

    private func desk(months: Int = 12) throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: months)
    }

    private func rest(_ from: CivilDate, _ until: CivilDate? = nil) -> SuspendContract {
        SuspendContract(contract: first, from: from, until: until, reason: "no shop")
    }

    private func end(_ lastDay: CivilDate? = nil) -> TerminateContract {
        TerminateContract(contract: first, lastDay: lastDay, reason: "it closes")
    }

    /// What is said of a day on which the contract cannot end.
    private func why(_ command: some Command, on desk: DeskFixture) -> String? {
        let refused = refusal(command, on: desk)
        guard case .dateOutside = refused else { return nil }
        return refused?.why
    }

    @Test("what the last day cuts, and what is over, is not so already")
    func soAlready() throws {
        var desk = try desk()
        try desk.perform(rest("2026-10-06", "2026-10-20"))
        #expect(try desk.perform(rest("2026-10-06", "2026-10-20")).isEmpty)
        #expect(try desk.perform(ResumeContract(contract: first, on: "2026-10-20")).isEmpty)
        var ended = desk
        try ended.perform(end("2026-10-12"))
        #expect(refusal(rest("2026-10-06", "2026-10-20"), on: ended) != nil)
        #expect(refusal(ResumeContract(contract: first, on: "2026-10-20"), on: ended) != nil)
        try desk.advance(to: "2026-10-25T09:00:00Z")
        #expect(refusal(rest("2026-10-06", "2026-10-20"), on: desk) != nil)
        #expect(
            refusal(ResumeContract(contract: first, on: "2026-10-20"), on: desk)
                == .contractState(1, .rest(.notSuspended)))
        #expect(try desk.perform(ResumeContract(contract: first)).isEmpty)
    }

    @Test("between two cycles a contract ends with the day before the rest, and not earlier")
    func betweenCycles() throws {
        var desk = try desk()
        try desk.perform(rest("2026-11-01"))
        try desk.advance(to: "2026-11-10T09:00:00Z")
        #expect(desk.state.contracts[1]?.account.open == nil)
        #expect(
            why(end("2026-10-30"), on: desk)
                == "lies before 2026-10-31: closed cycles stay as they are (R10)")
        try desk.perform(end())
        #expect(desk.state.contracts[1]?.termination?.lastDay == "2026-10-31")
    }

    @Test(
        "what came late, or was voided, before it ends between two cycles is on one more statement",
        arguments: [(false, false), (true, false), (false, true), (true, true)])
    func lastStatement(isLate: Bool, isVoided: Bool) throws {
        var desk = try desk()
        try desk.book("22h", extra: true)
        try desk.perform(rest("2026-12-01"), at: "2026-11-10T09:00:00Z")
        try desk.advance(to: "2026-12-10T09:00:00Z")
        if isLate { try desk.book("2h", on: "2026-11-05", service: "development", late: true) }
        if isVoided {
            try desk.perform(VoidTime(entry: 1, reason: "booked twice", late: true))
        }
        try desk.perform(end())
        #expect(desk.state.contracts[1]?.account.open == nil)
        guard isLate || isVoided else {
            #expect(desk.closed().map(\.cycle.index) == [0, 1], "there is nothing to settle")
            return
        }
        #expect(desk.closed().map(\.cycle.index) == [0, 1, 2])
        let last = try #require(desk.closed().last)
        #expect((last.cycle.granted, last.expired) == ("0m", "0m"))
        #expect((last.cycle.from, last.cycle.to) == ("2026-12-01", "2026-12-01"))
        #expect(last.cycle.start == "2026-12-01T00:00:00Z")
        #expect(last.closedAt == "2026-12-01T00:00:00Z")
        let statement = try #require(last.statement)
        #expect(statement.fee.total.minorUnits == 0, "it has no days")
        #expect(statement.adjustments.count == (isLate ? 1 : 0) + (isVoided ? 1 : 0))
        #expect(
            statement.total.minorUnits == (isLate ? 15_000 : 0) - (isVoided ? 15_000 : 0))
    }

    @Test("with its first instant it runs, with the instant after its last it has ended")
    func theInstantsOfItsStanding() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.sign("starter", from: "2026-11-01", months: 12)
        try desk.perform(end("2026-11-20"))
        let contract = try #require(desk.state.contracts[1])
        for (now, standing) in [
            ("2026-10-31T23:59:59.999Z", .pending), ("2026-11-01T00:00:00Z", .active),
            ("2026-11-20T23:59:59.999Z", .active), ("2026-11-21T00:00:00Z", .ended),
        ] as [(Instant, ContractStanding)] {
            #expect(contract.standing(at: now) == standing, "\(now)")
        }
    }

    @Test("a contract that rests from its first day on can be called off before it begins")
    func calledOff() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.sign("starter", from: "2026-11-01", months: 12)
        try desk.perform(rest("2026-11-01", "2026-11-15"))
        #expect(
            why(end("2026-10-30"), on: desk)
                == "lies before 2026-10-31, the day before the contract begins")
        #expect(
            why(end("2026-11-14"), on: desk)
                == "lies in the suspension of contract 1 from 2026-11-01 on, where a cycle would begin"
        )
        try desk.perform(end())
        #expect(desk.state.contracts[1]?.termination?.lastDay == "2026-10-31")
        try desk.advance(to: "2026-12-01T09:00:00Z")
        #expect(desk.state.contracts[1]?.standing(at: desk.now) == .ended)
    }

    @Test("during the second of two rests it ends with the day before that one")
    func secondRest() throws {
        var desk = try desk()
        try desk.perform(rest("2026-10-07", "2026-10-09"))
        try desk.perform(rest("2026-10-20"))
        try desk.advance(to: "2026-10-22T09:00:00Z")
        try desk.perform(end())
        #expect(desk.state.contracts[1]?.termination?.lastDay == "2026-10-19")
    }

    @Test("while it rests between two cycles its term is not over")
    func forecast() throws {
        var desk = try desk()
        try desk.perform(rest("2026-11-01"))
        let ahead = try desk.state.forecast(first, at: "2026-12-24", desk.context())
        #expect(ahead.lines.last?.text == "the term runs until 2027-09-30")
        try desk.advance(to: "2026-11-10T09:00:00Z")
        let then = try desk.state.forecast(first, at: "2026-12-24", desk.context())
        #expect(then.lines.last?.text == "the term runs until 2027-09-30")
    }

    @Test("a term that was renewed can be renewed again once it has begun, and not before")
    func renewedAgain() throws {
        var desk = try desk(months: 1)
        try desk.perform(RenewContract(contract: first, months: 12))
        let refused = refusal(RenewContract(contract: first, months: 12), on: desk)
        #expect(refused?.why == "has been renewed already, until 2027-10-31 (R5)")
        try desk.advance(to: "2026-11-10T09:00:00Z")
        try desk.perform(rest("2026-12-01"))
        #expect(desk.state.contracts[1]?.renewedCycle == nil)
        try desk.advance(to: "2026-12-10T09:00:00Z")
        #expect(desk.state.contracts[1]?.account.open == nil)
        #expect(desk.state.contracts[1]?.renewedCycle == nil)
        // Resting before the renewed term: it is still to come.
        var before = try self.desk(months: 1)
        try before.perform(RenewContract(contract: first, months: 12))
        try before.perform(rest("2026-11-01"))
        try before.advance(to: "2026-11-10T09:00:00Z")
        #expect(before.state.contracts[1]?.account.open == nil)
        #expect(before.state.contracts[1]?.renewedCycle == 1)
    }

    @Test("extra work of a closed month that left hours was beyond the week, and says so")
    func beyondTheWeek() throws {
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        for isGrouped in [false, true] {
            var desk = try desk()
            if isGrouped {
                try desk.perform(
                    GroupHours(contract: first, cycles: [0, 1], agreement: agreed))
            }
            try desk.book("20h")
            try desk.perform(AddTime(ticket: 1, worked: "2h", date: "2026-10-05", extra: true))
            let sentence = "2h beyond the weekly limit, billed at 75.00 EUR an hour"
            #expect(try desk.state.explain(2).lines.last?.text == sentence)
            try desk.advance(to: "2026-11-02T09:00:00Z")
            #expect(try desk.state.explain(2).lines.last?.text == sentence, "\(isGrouped)")
        }
    }

    @Test("a cycle is written as it is read: by its number or by its month")
    func cycleReferences() throws {
        for (text, reference) in [
            ("3", CycleReference.number(3)), ("2026-10", .month(year: 2026, month: 10)),
        ] {
            #expect(CycleReference(text) == reference)
            let json = try LineJSONEncoder.encode(["cycle": reference])
            #expect(String(decoding: json, as: UTF8.self) == #"{"cycle":"\#(text)"}"#)
        }
    }
}
