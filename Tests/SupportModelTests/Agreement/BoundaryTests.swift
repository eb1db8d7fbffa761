import SupportModel
import SupportTestKit
import Testing

/// The very instants and days at which something begins or is over (R5, R10).
struct BoundaryTests {
    private static let first = ContractReference.number(1)

    private func starter(months: Int = 12) throws -> DeskFixture {
        try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: months)
    }

    @Test func aCycleIsDueAtItsVeryEnd() throws {
        let desk = try starter()
        let end: Instant = "2026-11-01T00:00:00Z"
        let boundary = try #require(desk.state.boundaries.first)
        #expect(boundary.at == end && boundary.owner == .contract(1))
        #expect(desk.state.boundaries.due(at: end) == boundary)
        #expect(desk.state.boundaries.due(at: end.advanced(byMilliseconds: 1)) == boundary)
        #expect(desk.state.boundaries.due(at: end.advanced(byMilliseconds: -1)) == nil)
        #expect(desk.state.boundaries.due(at: end, except: [.contract(1)]) == nil)
    }

    @Test func ofSeveralThatAreDueTheFirstComesFirstAndOneCanBePassedOver() throws {
        var desk = try starter()
        for start in ["2026-10-03", "2026-10-02"] as [CivilDate] {
            try desk.sign("starter", from: start, months: 12)
        }
        let late: Instant = "2026-11-03T00:00:00Z"
        func due(_ now: Instant, _ except: Set<Identifier<Contract>>) -> Int? {
            let due = desk.state.boundaries.due(
                at: now, except: Set(except.map { .contract($0) }))
            guard case .contract(let number)? = due?.owner else { return nil }
            return number.number
        }
        #expect(due(late, []) == 1)
        #expect(due(late, [1]) == 3)
        #expect(due(late, [1, 3]) == 2)
        #expect(due(late, [1, 2, 3]) == nil)
        #expect(due("2026-11-02T00:00:00Z", [1]) == 3)
        #expect(due("2026-11-01T23:59:59.999Z", [1]) == nil)
    }

    @Test func aContractIsPendingUntilItsFirstInstantAndEndedFromItsLastOn() throws {
        let desk = try starter(months: 1)
        let contract = try #require(desk.state.contracts[1])
        #expect(contract.standing(at: "2026-09-30T23:59:59.999Z") == .pending)
        #expect(contract.standing(at: "2026-10-01T00:00:00Z") == .active)
        var later = desk
        try later.advance(to: "2026-10-31T23:59:59.999Z")
        #expect(later.state.contracts[1]?.standing(at: later.now) == .active)
        try later.advance(to: "2026-11-01T00:00:00Z")
        #expect(later.state.contracts[1]?.standing(at: later.now) == .ended)
    }

    @Test func aRestIsFromItsFirstInstantToTheOneAtWhichItGoesOn() throws {
        var desk = try starter()
        try desk.perform(
            SuspendContract(
                contract: Self.first, from: "2026-10-10", until: "2026-10-20", reason: "no shop"))
        let contract = try #require(desk.state.contracts[1])
        for (now, standing) in [
            ("2026-10-09T23:59:59.999Z" as Instant, ContractStanding.active),
            ("2026-10-10T00:00:00Z", .suspended), ("2026-10-19T23:59:59.999Z", .suspended),
            ("2026-10-20T00:00:00Z", .active),
        ] {
            #expect(contract.standing(at: now) == standing, "\(now)")
        }
    }

    @Test func aRestWithAnEndMovesTheEndOfItsCycleAtOnce() throws {
        func ends(from: CivilDate, until: CivilDate?) throws -> String? {
            var desk = try starter()
            try desk.perform(
                SuspendContract(
                    contract: Self.first, from: from, until: until, reason: "no shop"))
            let open = try #require(desk.state.contracts[1]?.account.open)
            return "\(open.to), \(open.end)"
        }
        // Ten days of rest make the cycle end ten days later.
        #expect(
            try ends(from: "2026-10-10", until: "2026-10-20")
                == "2026-11-11, 2026-11-11T00:00:00.000Z")
        #expect(
            try ends(from: "2026-10-31", until: "2026-11-01")
                == "2026-11-02, 2026-11-02T00:00:00.000Z")
        // Without an end nobody knows yet; one that begins with the next cycle is that one's.
        let asItWas = "2026-11-01, 2026-11-01T00:00:00.000Z"
        #expect(try ends(from: "2026-10-10", until: nil) == asItWas)
        #expect(try ends(from: "2026-11-01", until: "2026-11-11") == asItWas)
    }

    @Test func aRestIsOfTenYearsAtMost() throws {
        let days = Limits.suspensionDaysMax
        let from: CivilDate = "2026-10-10"
        for (length, fits) in [(0, false), (1, true), (days, true), (days + 1, false)] {
            let desk = try starter(months: 120)
            let rest = SuspendContract(
                contract: Self.first, from: from, until: from.advanced(byDays: length),
                reason: "no shop")
            var tried = desk
            #expect(((try? tried.perform(rest)) != nil) == fits, "\(length)")
            if !fits, case .dateOutside(let date, _) = refusal(rest, on: desk) {
                #expect(date == from.advanced(byDays: length))
            }
            // One without an end goes on by then.
            var open = desk
            try open.perform(
                SuspendContract(contract: Self.first, from: from, reason: "no shop"))
            let on = ResumeContract(contract: Self.first, on: from.advanced(byDays: length))
            let resumed = (try? open.perform(on)) != nil
            #expect(resumed == (fits || length == 0), "\(length)")
        }
    }

    @Test func aContractRenewsItselfToTwelveHundredCyclesAtMost() throws {
        var desk = try DeskFixture.staffed(at: "2000-01-01T09:00:00Z")
        for months in [120, 119] {
            try desk.perform(
                SignContract(
                    client: "acme", package: "starter", from: "2000-01-01", months: months,
                    manager: "mara", renewal: .auto))
        }
        // Ten terms each; an eleventh one of 119 months would be too much, and so would be one of 11.
        try desk.advance(to: "2099-02-28T23:59:59.999Z")
        #expect(desk.state.contracts.values.map(\.months).sorted() == [1190, 1200])
        let other = ContractReference.number(2)
        #expect(
            refusal(RenewContract(contract: other, months: 11), on: desk)
                == .invalid(.months, .agreement(.tooManyCycles)))
        var renewed = desk
        try renewed.perform(RenewContract(contract: other, months: 10))
        #expect(renewed.state.contracts[2]?.months == 1200)
        try desk.advance(to: "2099-03-01T00:00:00Z")
        #expect(desk.state.contracts[2]?.standing(at: desk.now) == .ended)
        try desk.advance(to: "2099-12-31T23:59:59.999Z")
        #expect(desk.state.contracts[1]?.standing(at: desk.now) == .active)
        try desk.advance(to: "2100-01-01T00:00:00Z")
        #expect(desk.state.contracts[1]?.standing(at: desk.now) == .ended)
    }
}
