import SupportModel
import SupportTestKit
import Testing

/// Which weeks and tickets a suggestion is about, and what taking it leaves as it is (R12).
struct SuggestionRangeTests {
    private static let one = ContractReference.number(1)
    /// The first week after the 26 that are planned from 2 November: Monday 3 May 2027.
    private static let later = "2027-W18"

    private func lastWeek(_ suggestion: PlanSuggestion) -> String? {
        suggestion.weeks.last?.week.description
    }

    @Test func itShowsTheCycleToItsEndAndFurtherWhereWorkWasGiven() throws {
        var desk = try DeskFixture.planned()
        try desk.plan("3h")
        #expect(try lastWeek(desk.suggestion()) == "2026-W49")
        #expect(try desk.suggestion().pools.map(\.cycles) == [[0], [1]], "W49 belongs to two")
        // 40h in November, 40h in December, and the last hours in January.
        try desk.plan("82h", level: .highPriority)
        #expect(try lastWeek(desk.suggestion()) == "2026-W53")
        #expect(try desk.suggestion().pools.map(\.cycles) == [[0], [1], [2]])
    }

    @Test func workPlannedBeyondItStaysWhereItIs() throws {
        var desk = try DeskFixture.planned()
        let within = try desk.plan("2h", in: "2027-W17")
        let later = try desk.plan("3h", in: Self.later)
        let unknown = try desk.plan(nil, in: Self.later)
        let suggestion = try desk.suggestion()
        #expect(suggestion.later.map(\.ticket) == [later])
        #expect(suggestion.withoutEstimate.map(\.ticket) == [unknown])
        #expect(suggestion.tickets.map(\.line) == ["\(within): W17 2h"])
        // Planned anew, all of it comes at once.
        let anew = try desk.suggestion(replans: true)
        #expect(anew.later.isEmpty)
        #expect(anew.tickets.map(\.line) == ["\(within): W45 2h", "\(later): W45 3h"])
    }

    @Test func urgentWorkNeverWaitsThatLong() throws {
        var desk = try DeskFixture.planned()
        let urgent = try desk.plan("3h", in: Self.later, level: .emergency)
        #expect(try desk.suggestion().later.isEmpty)
        #expect(try desk.suggestion().tickets.map(\.line) == ["\(urgent): W45 3h"])
    }

    @Test func workPlannedForAfterTheEndIsPlannedAgain() throws {
        // The contract is then terminated; its last day is the Sunday before.
        var desk = try DeskFixture.planned()
        let lost = try desk.plan("3h", in: "2027-W26")
        try desk.perform(
            TerminateContract(contract: Self.one, lastDay: "2027-06-27", reason: "it closes"))
        #expect(try desk.suggestion().later.isEmpty)
        #expect(try desk.suggestion().tickets.map(\.line) == ["\(lost): W45 3h"])
        try desk.plan("1h", in: "2027-W25")
        #expect(try desk.suggestion().later.count == 1)
    }

    @Test func whatFindsNoPlaceKeepsItsWeekUnlessPlannedAnew() throws {
        var desk = try DeskFixture.planned()
        let number = try desk.plan("3h", in: "2026-W45")
        try desk.perform(
            SuspendContract(contract: Self.one, from: "2026-11-09", reason: "no shop"))
        try desk.advance(to: "2026-11-10T09:00:00Z")
        #expect(try desk.suggestion().weeks.isEmpty)
        #expect(try desk.suggestion().pools.map(\.cycles) == [[0]])
        #expect(try desk.perform(ApplySuggestion(contract: Self.one)).isEmpty)
        #expect(desk.state.tickets[number]?.plannedWeek == "2026-11-02")
        try desk.perform(ApplySuggestion(contract: Self.one, replan: true))
        #expect(desk.state.tickets[number]?.plannedWeek == nil)
    }

    @Test func aTicketIsLateWithItsLastWeek() throws {
        var desk = try DeskFixture.planned()
        // Until Friday of W45; 5h of it come in W46.
        let long = try desk.plan("25h", due: "2026-11-06")
        #expect(try desk.suggestion().tickets.filter(\.isLate).map(\.work.ticket) == [long])
    }

    @Test func ofTwoDeadlinesTheNearerAndOfTwoAgesTheGreater() throws {
        var desk = try DeskFixture.planned()
        for due in ["2026-11-20", "2026-11-13", nil] as [CivilDate?] {
            try desk.plan("1h", due: due)
        }
        // By the clock, which was set back, ticket 5 is older than ticket 4.
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Old"),
            at: "2026-11-01T09:00:00Z")
        try desk.perform(PlanTicket(ticket: 5, estimate: "1h"))
        #expect(try desk.suggestion().tickets.map(\.work.ticket) == [3, 2, 5, 4])
    }

    @Test("a ticket that keeps its week goes on to the next where that week has no room at all")
    func aKeptWeekWithoutRoom() throws {
        var desk = try DeskFixture.planned()
        try desk.book("20h")
        let kept = try desk.plan("5h", in: "2026-W45")
        let suggestion = try desk.suggestion()
        #expect(suggestion.tickets.map(\.line) == ["2: W46 5h"])
        #expect(suggestion.tickets.map(\.isKept) == [true])
        #expect(suggestion.changes.map(\.ticket) == [kept])
        try desk.perform(ApplySuggestion(contract: .number(1)))
        #expect(try desk.state.ticket(kept).plannedWeek == "2026-11-09")
        #expect(try desk.suggestion().changes.isEmpty)
    }
}
