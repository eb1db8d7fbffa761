import SupportModel
import SupportTestKit
import Testing

/// The days at the edges of rests and terminations: which are taken, and what is said of the others.
struct ContractEdgeTests {
    private static let one = ContractReference.number(1)

    private func desk(months: Int = 12) throws -> DeskFixture {
        try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: months)
    }

    private func suspend(_ from: CivilDate, until: CivilDate? = nil) -> SuspendContract {
        SuspendContract(contract: Self.one, from: from, until: until, reason: "no shop")
    }

    private func terminate(_ lastDay: CivilDate?) -> TerminateContract {
        TerminateContract(contract: Self.one, lastDay: lastDay, reason: "it closes")
    }

    /// Expects that a command is refused for what is needed, in these words, and another one is not.
    private func expect(
        _ desk: DeskFixture, _ refused: some Command, _ words: String, hint: String,
        but done: some Command,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        var desk = desk
        guard let refusal = refusal(refused, on: desk), case .inUse = refusal else {
            Issue.record("it is not refused for what is needed", sourceLocation: location)
            return
        }
        #expect(refusal.message == words, sourceLocation: location)
        #expect(refusal.hint == hint, sourceLocation: location)
        try desk.perform(done)
    }

    @Test func restAndEndMindTheLastWork() throws {
        var desk = try desk()
        try desk.book("1h", on: "2026-10-01")
        try desk.book("1h", on: "2026-10-05")
        let booked = "is needed by time booked for 2026-10-05"
        try expect(
            desk, suspend("2026-10-05"), "2026-10-05 \(booked)",
            hint: "suspend from 2026-10-06 on, or void that time", but: suspend("2026-10-06"))
        try expect(
            desk, terminate("2026-10-04"), "2026-10-04 \(booked)",
            hint: "end it on 2026-10-05 or later, or void that time", but: terminate("2026-10-05"))
    }

    @Test func aRestBeginsWithAnUpgradeAtTheEarliest() throws {
        var desk = try desk()
        try desk.perform(ChangeContract(contract: Self.one, package: "standard"))
        try expect(
            desk, suspend("2026-10-04"),
            "2026-10-04 is needed by the upgrade to Standard of 2026-10-05",
            hint: "suspend from 2026-10-05 on", but: suspend("2026-10-05"))
    }

    @Test func ofSeveralRestsTheLastOneIsMeant() throws {
        var desk = try desk()
        try desk.perform(suspend("2026-10-06", until: "2026-10-08"))
        // Two days of rest: the cycle ends on 3 November, and the next one rests first.
        var waiting = desk
        try waiting.perform(suspend("2026-11-03", until: "2026-11-20"))
        #expect(
            refusal(suspend("2026-10-20"), on: waiting)?.why
                == "will be suspended already, from 2026-11-03 until 2026-11-19: no shop")
        try desk.advance(to: "2026-10-20T09:00:00Z")
        try desk.perform(suspend("2026-10-20"))
        try desk.advance(to: "2026-10-22T09:00:00Z")
        #expect(desk.state.contracts[1]?.standing(at: desk.now) == .suspended)
        try desk.perform(ResumeContract(contract: Self.one))
        #expect(desk.state.contracts[1]?.account.open?.to == "2026-11-05")
    }

    @Test func theDayBeforeAContractBeginsCallsItOff() throws {
        var desk = try desk()
        try desk.sign("starter", from: "2026-12-01", months: 3)
        func outside(_ contract: Int, _ day: CivilDate) throws -> String? {
            let command = TerminateContract(
                contract: .number(try #require(Identifier(contract))), lastDay: day, reason: "no")
            guard let refused = refusal(command, on: desk), case .dateOutside = refused
            else { return nil }
            return "\(refused.message): \(refused.hint)"
        }
        #expect(
            try outside(2, "2026-11-29")
                == "2026-11-29 lies before 2026-11-30, the day before the contract begins: "
                + "that day calls it off; a later one ends it")
        // Unless a day is named it is called off.
        try desk.perform(TerminateContract(contract: .number(2), reason: "no shop"))
        #expect(desk.state.contracts[2]?.termination?.lastDay == "2026-11-30")
        #expect(desk.state.contracts[2]?.standing(at: desk.now) == .ended)
        try desk.advance(to: "2026-11-05T09:00:00Z")
        #expect(
            try outside(1, "2026-10-31")
                == "2026-10-31 lies before 2026-11-01: closed cycles stay as they are (R10): "
                + "2026-11-01 is the earliest day on which it can end: --last-day 2026-11-01")
    }

    @Test func aContractThatEndsBetweenTwoCyclesHasNoThirdStatement() throws {
        var desk = try desk()
        try desk.perform(suspend("2026-11-01"))
        try desk.advance(to: "2026-11-05T09:00:00Z")
        try desk.perform(terminate(nil))
        #expect(desk.state.contracts[1]?.standing(at: desk.now) == .ended)
        #expect(desk.closed().map(\.cycle.index) == [0])
    }

    @Test func aTermIsOfOneToAHundredAndTwentyMonthsAlsoWhenRenewed() throws {
        for (months, fits) in [(0, false), (1, true), (120, true), (121, false)] {
            var desk = try desk()
            let renew = RenewContract(contract: Self.one, months: months)
            #expect(((try? desk.perform(renew)) != nil) == fits, "\(months)")
        }
    }

    @Test func aPlannedDowngradeAndARenewalGoTogether() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.sign("standard", from: "2026-10-01", months: 3)
        try desk.perform(ChangeContract(contract: Self.one, package: "starter"))
        try desk.perform(RenewContract(contract: Self.one, package: "standard"))
        let planned = try #require(desk.state.contracts[1]?.planned)
        #expect(
            planned.map { "\($0.terms.title) from cycle \($0.cycle + 1)" }
                == ["Starter from cycle 2", "Standard from cycle 4"])
    }

    @Test func aDowngradeNeedsANextCycle() throws {
        func state(_ prepare: (inout DeskFixture) throws -> Void) throws -> String? {
            var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
            try desk.sign("standard", from: "2026-10-01", months: 2)
            try prepare(&desk)
            let change = ChangeContract(contract: Self.one, package: "starter")
            return refusal(change, on: desk)?.why
        }
        let none =
            "has no cycle in its term after this one, and the change to Starter waits for the next"
        #expect(try state { try $0.advance(to: "2026-11-05T09:00:00Z") } == none)
        #expect(try state { try $0.perform(self.terminate("2026-10-20")) } == none)
    }

    @Test func anUpgradeNeverTurnsWorkIntoExtraHours() throws {
        var desk = try desk()
        var design = try #require(desk.catalogue.packages.first { $0.name == "standard" })
        (design.name, design.title) = ("plain", "Plain")
        design.services.removeAll { $0 == "design" }
        desk.catalogue.packages.append(design)
        try desk.book("18h")
        try desk.book("2h", service: "design")
        let upgrade = ChangeContract(contract: Self.one, package: "standard")
        try expect(
            desk, ChangeContract(contract: Self.one, package: "plain"),
            "what Starter covers and Plain would not is needed by work of this cycle: "
                + "2h of it would become extra (R2, R9)",
            hint: "change it at the beginning of a cycle, before work is booked", but: upgrade)
        try desk.perform(upgrade)
        #expect(desk.balance()?.used == "20h")
        #expect(desk.balance()?.extra == "0m")
    }

    @Test func everyChangeIsAVersionAndALineOfTheLog() throws {
        var desk = try desk()
        let commands: [(any Command, String)] = [
            (ChangeContract(contract: Self.one, extra: .ask), "contract 1 changed"),
            (
                suspend("2026-10-10", until: "2026-10-20"),
                "contract 1 suspended from 2026-10-10 until 2026-10-19: no shop"
            ),
            (ResumeContract(contract: Self.one, on: "2026-10-18"), "contract 1"),
            (suspend("2026-10-25"), "contract 1 suspended from 2026-10-25: no shop"),
            (ResumeContract(contract: Self.one, on: "2026-10-26"), "contract 1"),
            (ChangeContract(contract: Self.one, package: "standard"), "contract 1 upgraded"),
            (RenewContract(contract: Self.one), "contract 1 renewed"),
        ]
        for (command, summary) in commands {
            let events = try desk.perform(command)
            #expect(desk.state.contracts[1]?.version == desk.state.sequence, "\(summary)")
            let summaries = events.map(\.body.summary).joined(separator: "; ")
            #expect(summaries.hasPrefix(summary), "\(summaries)")
        }
    }

    @Test func flexibleHoursStayWhenATermRenewsItself() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.perform(
            SignContract(
                client: "acme", package: "flexible", from: "2026-10-01", months: 1,
                manager: "mara", hours: "30h", renewal: .auto))
        try desk.advance(to: "2026-11-05T09:00:00Z")
        #expect(desk.balance()?.granted == "30h")
    }

    @Test func amountsAreHeldInsideTheirRange() {
        func euros(_ minorUnits: Int) -> Money { Money(minorUnits: minorUnits, currency: "EUR") }
        #expect(euros(1) + euros(.max) == euros(.max))
        #expect(euros(.max) + euros(1) == euros(.max))
        #expect(euros(-1) + euros(.min) == euros(.min))
        #expect(euros(0) - euros(.min) == euros(.max))
        #expect(euros(-2) - euros(.max) == euros(.min))
        #expect(euros(500).part(1, of: 1) == euros(500))
        #expect(euros(500).part(1, of: 0) == euros(0))
    }
}
