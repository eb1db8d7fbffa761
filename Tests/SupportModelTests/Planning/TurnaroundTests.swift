import SupportModel
import SupportTestKit
import Testing

/// What a client can expect of a ticket, by the hours that there are (R9, R12).
struct TurnaroundTests {
    /// A desk with ticket 1 on contract 1: 40 hours from the 1st, 20 a week.
    private func desk(at now: Instant) throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: now, from: "2026-10-01")
        desk.take(
            DeadlineRules(
                targets: [ResponseTarget(level: .regular, firstResponse: "4h", resolution: "16h")],
                zones: TestCalendar()))
        return desk
    }

    private func expected(
        _ desk: DeskFixture, of number: Identifier<Ticket>? = nil
    ) throws -> Turnaround {
        let ticket = try #require(number.map { desk.state.tickets[$0] } ?? desk.state.newestTicket)
        let today = try #require(TestCalendar().zone(named: .utc)).date(at: desk.now)
        return desk.state.turnaround(of: ticket, at: desk.now, today: today)
    }

    @Test func aWeekWithHoursDelaysNothing() throws {
        var desk = try desk(at: "2026-10-05T09:00:00Z")
        try desk.book("5h")
        #expect(try expected(desk) == Turnaround(week: nil, room: "15h"))
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "s", onDemand: true))
        #expect(try expected(desk) == Turnaround(due: "2026-10-06T01:00:00Z"))
    }

    @Test func aFullWeekDelaysWhatIsNotAnEmergency() throws {
        var desk = try desk(at: "2026-10-05T09:00:00Z")
        try desk.book("12h")
        try desk.perform(
            PlanTicket(ticket: 1, estimate: "20h", week: Week(containing: "2026-10-05")))
        try desk.perform(OpenTicket(client: "acme", level: .regular, subject: "s"))
        #expect(try expected(desk) == Turnaround(week: "2026-10-12", room: "20h"))
        #expect(try expected(desk, of: 1).week == nil, "its own week has its hours")
        try desk.perform(OpenTicket(client: "acme", level: .emergency, subject: "s"))
        #expect(try expected(desk) == Turnaround())
    }

    @Test func hoursThatWereSavedForTheLastWeekDelayWhatGoesBeyondIt() throws {
        var desk = try desk(at: "2026-10-25T09:00:00Z")
        try desk.perform(OpenTicket(client: "acme", level: .regular, subject: "s"))
        #expect(try expected(desk).beyond == nil)
        try desk.advance(to: "2026-10-27T09:00:00Z")
        #expect(
            try expected(desk) == Turnaround(room: "20h", beyond: "20h", until: "2026-11-01"))
    }

    @Test func whatThePackageDoesNotCoverIsExtraAndWaitsForNothing() throws {
        var desk = try desk(at: "2026-10-05T09:00:00Z")
        try desk.book("20h")
        try desk.advance(to: "2026-10-12T09:00:00Z")
        try desk.book("20h")
        #expect(try expected(desk, of: 1) == Turnaround(isExtra: true))
    }

    @Test func whatIsResolvedIsNotExpected() throws {
        var desk = try desk(at: "2026-10-05T09:00:00Z")
        try desk.perform(ResolveTicket(ticket: 1))
        #expect(try expected(desk, of: 1) == Turnaround())
    }
}
