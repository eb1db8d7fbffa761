import SupportModel
import SupportTestKit
import Testing

/// Late entries and late voids: how many a statement carries, what they cost, whose room comes first.
struct LateLimitTests {
    private static let one = ContractReference.number(1)

    private func october() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("1h")
        try desk.book("2h")
        return desk
    }

    private func isFull(_ command: some Command, _ desk: DeskFixture) -> Bool {
        refusal(command, on: desk) == .invalid(.statement, .work(.statementFull))
    }

    @Test func aStatementCarriesSoManyAdjustmentsAndNoMore() throws {
        var desk = try october()
        try desk.advance(to: "2026-11-05T09:00:00Z")
        for _ in 1..<Limits.adjustmentsPerCycleMax {
            try desk.book("1m", on: "2026-10-06", late: true)
        }
        try desk.perform(VoidTime(entry: 1, reason: "by mistake", late: true))
        // Late entries and late voids count together.
        #expect(isFull(VoidTime(entry: 2, reason: "by mistake", late: true), desk))
        let late = AddTime(
            ticket: 1, worked: "1m", date: "2026-10-06", late: LateMark(reason: "found"))
        #expect(isFull(late, desk))
        // One that still can be taken back makes room again.
        try desk.perform(VoidTime(entry: 3, reason: "by mistake"))
        try desk.perform(late)
        #expect(isFull(late, desk))
    }

    @Test func roomInAWeekGoesInOrderOfBookingAlsoToLateWork() throws {
        // W44 ends on Sunday 1 November, the first day of the second cycle.
        var desk = try DeskFixture.starter(at: "2026-11-01T09:00:00Z", from: "2026-10-01")
        try desk.book("15h", on: "2026-10-30", late: true)
        try desk.book("10h", on: "2026-11-01", extra: true)
        #expect(try desk.split(1) == "15h package, 0m extra")
        #expect(try desk.split(2) == "5h package, 5h extra")
        // The other way round the open cycle's work has what it found.
        var other = try DeskFixture.starter(at: "2026-11-01T09:00:00Z", from: "2026-10-01")
        try other.book("10h", on: "2026-11-01")
        try other.book("15h", on: "2026-10-30", extra: true, late: true)
        #expect(try other.split(1) == "10h package, 0m extra")
        #expect(try other.split(2) == "10h package, 5h extra")
    }

    @Test func onlyWhatHasClosedIsVoidedLate() throws {
        let desk = try october()
        let refused = refusal(VoidTime(entry: 1, reason: "by mistake", late: true), on: desk)
        #expect(refused?.why == "lies in cycle 1, which is open", "--late is for closed cycles")
    }

    @Test func aLateVoidGivesBackWhatTheHourCostInItsOwnCycle() throws {
        var desk = try october()
        let place = try #require(desk.catalogue.packages.firstIndex { $0.name == "standard" })
        desk.catalogue.packages[place].extraRate = Money(minorUnits: 10_000, currency: "EUR")
        desk.catalogue.packages[place].services.removeAll { $0 == "design" }
        try desk.advance(to: "2026-11-02T09:00:00Z")
        try desk.perform(ChangeContract(contract: Self.one, package: "standard"))
        try desk.book("3h", service: "design")
        try desk.advance(to: "2026-12-07T09:00:00Z")
        try desk.perform(VoidTime(entry: 3, reason: "by mistake", late: true))
        let credit = try #require(desk.state.contracts[1]?.account.credits?.first)
        #expect(credit.cycle == 1)
        #expect(credit.amount == Money(minorUnits: -30_000, currency: "EUR"))
    }

    @Test func everyBookingIsAVersionOfItsContract() throws {
        var desk = try october()
        #expect(desk.state.contracts[1]?.version == desk.state.sequence)
        try desk.perform(VoidTime(entry: 2, reason: "by mistake"))
        #expect(desk.state.contracts[1]?.version == desk.state.sequence)
        // Of 39h only the last week's 20h are usable.
        try desk.advance(to: "2026-10-26T09:00:00Z")
        let recorded = try desk.perform(NotifyHours(contract: 1), by: .desk)
        #expect(recorded.map { type(of: $0.body).type } == ["hours.told"])
        #expect(desk.state.contracts[1]?.version == desk.state.sequence)
    }
}
