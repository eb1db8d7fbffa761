import SupportModel
import SupportTestKit
import Testing

/// What a contract's days and instants decide: the first and the last of each, and one past it.
struct ContractDayTests {
    private static let one = ContractReference.number(1)

    private func desk(months: Int = 12) throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: months)
    }

    private func rest(_ from: CivilDate, _ until: CivilDate? = nil) -> SuspendContract {
        SuspendContract(contract: Self.one, from: from, until: until, reason: "no shop")
    }

    private func end(_ lastDay: CivilDate? = nil) -> TerminateContract {
        TerminateContract(contract: Self.one, lastDay: lastDay, reason: "it closes")
    }

    private func rule(_ command: some Command, on desk: DeskFixture) -> ContractObstacle? {
        guard case .contractState(_, let obstacle) = refusal(command, on: desk) else { return nil }
        return obstacle
    }

    @Test("a package with as many hours is no upgrade: it waits for the next cycle (R1)")
    func asManyHours() throws {
        var desk = try desk()
        let change = ChangeContract(contract: Self.one, package: "flexible", hours: "40h")
        try desk.perform(change)
        let contract = try #require(desk.state.contracts[1])
        #expect(contract.account.open?.upgrades == nil)
        #expect(contract.planned?.map(\.cycle) == [1])
        #expect(contract.terms.title == "Starter")
    }

    @Test("an upgrade of a contract that rests says since when, or from when on")
    func anUpgradeWhileItRests() throws {
        let upgrade = ChangeContract(contract: Self.one, package: "standard")
        for (from, named) in [
            ("2026-10-05", nil), ("2026-10-06", "2026-10-06"),
        ] as [(CivilDate, CivilDate?)] {
            var desk = try desk()
            try desk.perform(rest(from))
            #expect(rule(upgrade, on: desk) == .rest(.noUpgrade(from: named)))
        }
    }

    @Test("a contract that has ended is renewed while its next cycle would still run")
    func renewedInTime() throws {
        var desk = try desk(months: 1)
        try desk.advance(to: "2026-11-30T23:59:59.999Z")
        let renew = RenewContract(contract: Self.one, months: 2)
        let renewed = try desk.preview(renew)
        #expect(renewed.state.contracts[1]?.account.open?.to == "2026-12-01")
        try desk.advance(to: "2026-12-01T00:00:00Z")
        #expect(rule(renew, on: desk) == .term(.nextCycleOver(lastDay: "2026-10-31")))
    }

    @Test("an end that leaves hours unusable says so in the same record")
    func anEndMakesHoursUnusable() throws {
        var desk = try desk()
        let events = try desk.perform(end("2026-10-11"))
        let notice = try #require(events.last?.body as? HoursNotified)
        #expect(notice.notice == .unusable)
        #expect((notice.available, notice.usable) == ("40h", "20h"))
    }

    @Test("a rest that begins on the last day is that day")
    func aRestOnTheLastDay() throws {
        var desk = try desk()
        try desk.perform(rest("2026-10-20"))
        try desk.perform(end("2026-10-20"))
        let contract = try #require(desk.state.contracts[1])
        #expect(contract.rests.map(\.days) == [1])
        #expect(contract.standing(at: "2026-10-19T12:00:00Z") == .active)
        #expect(contract.standing(at: "2026-10-20T12:00:00Z") == .suspended)
        #expect(contract.standing(at: "2026-10-21T00:00:00Z") == .ended)
        var later = try self.desk()
        try later.perform(rest("2026-10-20"))
        try later.perform(end("2026-10-19"))
        #expect(later.state.contracts[1]?.rests.isEmpty == true, "it never begins")
    }

    @Test("rests that adjoin are one: the contract ends with the day before the first")
    func adjoiningRests() throws {
        var desk = try desk()
        try desk.perform(rest("2026-10-10", "2026-10-15"))
        try desk.perform(rest("2026-10-15", "2026-10-20"))
        for (now, lastDay) in [
            ("2026-10-12T09:00:00Z", "2026-10-09"), ("2026-10-15T09:00:00Z", "2026-10-09"),
            ("2026-10-19T09:00:00Z", "2026-10-09"), ("2026-10-20T09:00:00Z", "2026-10-20"),
        ] as [(Instant, CivilDate)] {
            var ended = desk
            try ended.advance(to: now)
            try ended.perform(end())
            #expect(ended.state.contracts[1]?.termination?.lastDay == lastDay, "\(now)")
        }
    }

    @Test("a second rest, from the first day of the next cycle on, moves that cycle and no other")
    func aRestBetweenCycles() throws {
        var desk = try desk()
        try desk.perform(rest("2026-10-10", "2026-10-12"))
        #expect(desk.state.contracts[1]?.account.open?.to == "2026-11-03")
        try desk.perform(rest("2026-11-03", "2026-11-10"))
        #expect(desk.state.contracts[1]?.account.open?.to == "2026-11-03")
        try desk.advance(to: "2026-11-03T09:00:00Z")
        let open = try #require(desk.state.contracts[1]?.account.open)
        #expect((open.index, open.from, open.to) == (1, "2026-11-10", "2026-12-10"))
        #expect((open.start, open.end) == ("2026-11-10T00:00:00Z", "2026-12-10T00:00:00Z"))
        #expect(desk.state.contracts[1]?.standing(at: desk.now) == .suspended)
    }

    @Test("a contract that rests with no end known lets no week draw anything")
    func noRoomWhileItRests() throws {
        var desk = try desk()
        try desk.perform(rest("2026-10-08"))
        #expect(desk.balance()?.weekRoom == "20h", "three days are left")
        try desk.advance(to: "2026-10-08T09:00:00Z")
        #expect(desk.balance()?.weekRoom == "0m")
        try desk.advance(to: "2026-12-08T09:00:00Z")
        #expect(desk.balance()?.weekRoom == "0m")
        #expect(desk.balance()?.nextWeek == nil)
    }

    @Test("each cycle has the terms that were planned last for it or before it")
    func twoPlans() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.sign("standard", from: "2026-10-01", months: 2)
        try desk.perform(ChangeContract(contract: Self.one, package: "starter"))
        #expect(desk.state.contracts[1]?.version == desk.state.sequence)
        try desk.perform(
            RenewContract(contract: Self.one, months: 2, package: "flexible", hours: "10h"))
        let contract = try #require(desk.state.contracts[1])
        #expect(
            (0...3).map { contract.terms(ofCycle: $0).title }
                == ["Standard", "Starter", "Flexible", "Flexible"])
        try desk.advance(to: "2026-11-05T09:00:00Z")
        #expect(desk.state.contracts[1]?.planned?.map(\.cycle) == [2], "the first holds now")
        try desk.advance(to: "2026-12-05T09:00:00Z")
        #expect(desk.state.contracts[1]?.planned == nil)
        #expect(desk.closed().map(\.cycle.granted) == ["80h", "40h"])
        #expect(desk.balance()?.granted == "10h")
    }

    @Test("a contract that renews itself goes on at the instant at which its term is over")
    func itGoesOn() throws {
        var desk = try desk(months: 1)
        try desk.perform(ChangeContract(contract: Self.one, renewal: .auto))
        // As it stands before the cycle is closed, which is what renews it.
        let contract = try #require(desk.state.contracts[1])
        #expect(contract.standing(at: "2026-11-01T00:00:00Z") == .active)
    }

    @Test("a rest that is over is not moved, and none begins within it")
    func aRestThatIsOver() throws {
        var desk = try desk()
        try desk.perform(rest("2026-10-05", "2026-10-10"))
        try desk.advance(to: "2026-10-09T09:00:00Z")
        guard case .rest(.suspendedUntil(_, to: "2026-10-10")) = rule(rest("2026-10-08"), on: desk)
        else {
            Issue.record("it is suspended until the 10th")
            return
        }
        try desk.advance(to: "2026-10-10T09:00:00Z")
        #expect(
            refusal(rest("2026-10-08"), on: desk)
                == .dateOutside(
                    "2026-10-08",
                    .rest(.notInOpenCycle(from: "2026-10-10", to: "2026-11-06"))))
        try desk.perform(rest("2026-10-10"))
    }

    @Test("work of the last day stands in no way of the end, work after it does")
    func workOfTheLastDay() throws {
        var desk = try desk()
        try desk.book("1h", on: "2026-10-02")
        try desk.book("1h", on: "2026-10-05")
        #expect(
            refusal(end("2026-10-04"), on: desk)
                == .inUse(.lastDay("2026-10-04"), by: .work(last: "2026-10-05")))
        #expect(
            refusal(rest("2026-10-05"), on: desk)
                == .inUse(.firstDayOfRest("2026-10-05"), by: .work(last: "2026-10-05")))
        var resting = desk
        try desk.perform(end("2026-10-05"))
        try resting.perform(rest("2026-10-06"))
    }

    @Test(
        "a cycle is named by its number from 1, or by a month that there is",
        arguments: [
            ("1", "1"), ("12", "12"), ("2027-01", "2027-01"), ("2026-12", "2026-12"), ("0", nil),
            ("-1", nil), ("2026-13", nil), ("2026-00", nil), ("x", nil), ("", nil), ("01", "1"),
        ] as [(String, String?)])
    func cycleNames(text: String, written: String?) {
        #expect(CycleReference(text)?.description == written)
    }
}
