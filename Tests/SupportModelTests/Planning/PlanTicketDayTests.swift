import SupportModel
import SupportTestKit
import Testing

/// Which weeks a ticket can be planned for, by the contract's own days, and what a new plan of a
/// ticket leaves of the one before (R12).
struct PlanTicketDayTests {
    private static let one = ContractReference.number(1)

    private func plan(_ week: String) throws -> PlanTicket {
        PlanTicket(ticket: 1, week: try #require(Week(week)))
    }

    /// Why a week is refused, and the hint.
    private func outside(_ week: String, _ desk: DeskFixture) throws -> String? {
        guard let refused = refusal(try plan(week), on: desk), case .dateOutside = refused else {
            return nil
        }
        return "\(refused.why): \(refused.hint)"
    }

    @Test func theDayIsTheContractsWhateverTheClientsZoneIsNow() throws {
        var desk = try DeskFixture.planned(at: "2026-11-15T12:00:00Z", zone: "Pacific/Auckland")
        try desk.perform(ChangeClient(client: "acme", name: nil, zone: "UTC", mails: nil))
        // It is Monday of W47 in Auckland, and still Sunday of W46 in UTC.
        #expect(
            try outside("2026-W46", desk)
                == "begins 2026-W46, which is past: today is 2026-11-16 in Pacific/Auckland: "
                + "name this week, 2026-W47, or a later one")
    }

    @Test func afterTheEndTheWayOutIsARenewal() throws {
        var desk = try DeskFixture.planned(months: 1)
        try desk.perform(ReopenTicket(ticket: 1, reason: "more work"))
        let why = "begins 2026-W50, but contract 1 ends with 2026-11-30: "
        #expect(
            try outside("2026-W50", desk)
                == why + "plan it before that, or supportc contract renew 1")
        try desk.advance(to: "2026-12-01T09:00:00Z")
        #expect(
            try outside("2026-W50", desk)
                == why + "supportc contract renew 1, or open a ticket on demand")
    }

    @Test func theWeekBeforeTheFirstDayIsNone() throws {
        // A Monday; then the clock, which was wrong, is set back to the Wednesday before.
        var desk = try DeskFixture.starter(at: "2026-11-02T09:00:00Z", from: "2026-11-02")
        try desk.advance(to: "2026-10-28T09:00:00Z")
        let why =
            "begins 2026-W44, but contract 1 begins on 2026-11-02: name the week 2026-W45 or a later one"
        #expect(try outside("2026-W44", desk) == why)
        try desk.perform(try plan("2026-W45"))
    }

    @Test func aWeekThatRestsFromItsMondayOnIsNone() throws {
        var desk = try DeskFixture.planned()
        try desk.perform(
            SuspendContract(contract: Self.one, from: "2026-11-16", reason: "no shop"))
        #expect(
            try outside("2026-W47", desk)
                == "begins 2026-W47, in which contract 1 is suspended: "
                + "name a week in which it runs, or supportc contract resume 1")
        try desk.perform(try plan("2026-W46"))
    }

    @Test func oneDayOfAWeekIsEnough() throws {
        var desk = try DeskFixture.planned()
        try desk.perform(
            SuspendContract(
                contract: Self.one, from: "2026-11-10", until: "2026-11-24", reason: "no shop"))
        try desk.perform(try plan("2026-W46"))
        #expect(desk.state.tickets[1]?.plannedWeek == "2026-11-09", "its Monday")
    }

    /// A ticket that was spread over two weeks, 20h and 5h.
    private func spread() throws -> (desk: DeskFixture, ticket: Identifier<Ticket>) {
        var desk = try DeskFixture.planned()
        let number = try desk.plan("25h")
        try desk.perform(ApplySuggestion(contract: Self.one))
        #expect(desk.state.tickets[number]?.plannedParts?.map(\.drawn) == ["20h", "5h"])
        return (desk, number)
    }

    @Test func whatWasSpreadStaysUntilTheEstimateOrTheWeekIsNamedAnew() throws {
        let (before, number) = try spread()
        let rows: [(PlanTicket, Bool)] = [
            (PlanTicket(ticket: number, due: "2026-11-30"), true),
            (PlanTicket(ticket: number, estimate: "25h", due: "2026-11-30"), true),
            (PlanTicket(ticket: number, estimate: "26h"), false),
            (PlanTicket(ticket: number, week: Week("2026-W46")), false),
            (PlanTicket(ticket: number, week: Week("2026-W45")), false),
            (PlanTicket(ticket: number, taken: [.estimate]), false),
            (PlanTicket(ticket: number, taken: [.week]), false),
        ]
        for (command, stays) in rows {
            var desk = before
            try desk.perform(command)
            #expect((desk.state.tickets[number]?.plannedParts != nil) == stays, "\(command)")
        }
    }
}
