import SupportModel
import SupportTestKit
import Testing

/// The figures of a report on a small desk, computed by hand.
struct DeskReportTests {
    private static let october = ReportPeriod(from: "2026-10-01", to: "2026-10-31")

    /// Monday, 2026-10-05: contract 1, which promises nothing, with ticket 1 of Level 4. Of that
    /// level work on demand has targets of 4 and 32 hours.
    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        desk.take(RandomHistory.deadlines)
        desk.catalogue.targets = RandomHistory.deadlines.targets
        return desk
    }

    private func report(
        _ desk: DeskFixture, _ period: ReportPeriod = october, client: Name<Client>? = nil,
        level: Level? = nil
    ) -> DeskReport {
        desk.state.deskReport(
            ReportScope(period: period, client: client, level: level), at: desk.now, desk.calendar,
            titles: ["design": "Design changes"])
    }

    /// Opens a ticket on demand of Level 4, which has the same targets.
    private func open(in desk: inout DeskFixture) throws {
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Menu", onDemand: true))
    }

    @Test func aTicketThatCameBackIsResolvedTwiceAndReopenedOnce() throws {
        var desk = try desk()
        try desk.perform(ResolveTicket(ticket: 1), at: "2026-10-06T09:00:00Z")
        try desk.perform(
            ReopenTicket(ticket: 1, reason: "it is back"), at: "2026-10-08T09:00:00Z")
        try desk.perform(ResolveTicket(ticket: 1), at: "2026-10-12T09:00:00Z")
        let flow = report(desk).total.flow
        #expect(
            [flow.before, flow.opened, flow.reopened, flow.resolved, flow.after] == [0, 1, 1, 2, 0])
        let week = ReportPeriod(from: "2026-10-07", to: "2026-10-09")
        let later = report(desk, week)
        #expect(later.total.flow.before == 0 && later.total.flow.after == 1)
        #expect(later.course.map { $0.live[3] } == [0, 1, 1])
    }

    @Test func aMergeAndASplitDoNotCountAResponseTwice() throws {
        var desk = try desk()
        try open(in: &desk)
        try open(in: &desk)
        try desk.perform(AssignTicket(ticket: 2, to: "emil"))
        try desk.perform(AssignTicket(ticket: 3, to: "emil"))
        #expect(report(desk).total.response.count == 2)
        try desk.perform(SplitTicket(ticket: 2, subject: "Another thing"))
        try desk.perform(MergeTickets(ticket: 3, into: 2))
        let total = report(desk).total
        #expect(total.flow.opened == 4 && total.flow.merged == 1 && total.flow.after == 3)
        #expect(total.flow.resolved == 0)
        #expect(total.response.count == 1)
    }

    @Test func whatTheDeskResolvesAloneHasNoFirstResponse() throws {
        var desk = try desk()
        try open(in: &desk)
        try desk.perform(ResolveTicket(ticket: 2), at: "2026-10-05T10:00:00Z", by: .desk)
        try desk.perform(CloseTicket(ticket: 2), at: "2026-10-05T10:30:00Z")
        #expect(report(desk).total.response.count == 0)
        #expect(report(desk).total.resolution.count == 1)
        try desk.perform(ReopenTicket(ticket: 2, reason: "down"), at: "2026-10-05T11:00:00Z")
        try desk.perform(AssignTicket(ticket: 2, to: "emil"), at: "2026-10-05T11:30:00Z")
        #expect(report(desk).total.response.count == 1)
        #expect(report(desk).total.resolution.count == 1)
    }

    @Test func whatAMergeBringsWasNotOverdueBefore() throws {
        var desk = try desk()
        try open(in: &desk)
        try desk.advance(to: "2026-10-07T09:00:00Z")
        try desk.recordDeadlines()
        try open(in: &desk)
        #expect(report(desk).total.overdue == 1)
        try desk.perform(MergeTickets(ticket: 2, into: 3), at: "2026-11-02T09:00:00Z")
        #expect(report(desk).total.overdue == 1)
        let november = ReportPeriod(from: "2026-11-01", to: "2026-11-02")
        #expect(report(desk, november).total.overdue == 1, "ticket 3 has what was recorded of 2")
    }

    @Test func aClockThatWentBackMakesNoNegativeFigures() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-01T00:10:00Z")
        try open(in: &desk)
        try desk.perform(ResolveTicket(ticket: 1), at: "2026-09-30T23:50:00Z")
        let days = ReportPeriod(from: "2026-09-29", to: "2026-10-02")
        let september = ReportPeriod(from: "2026-09-01", to: "2026-09-30")
        for now in ["2026-09-30T23:50:00Z", "2026-10-02T12:00:00Z"] as [Instant] {
            try desk.advance(to: now)
            let whole = report(desk, days)
            #expect(whole.total.flow.opened == 1 && whole.total.flow.resolved == 1)
            for flow in whole.course.map(\.flow) + [whole.total.flow] {
                #expect(flow.before >= 0 && flow.after >= 0)
            }
            #expect(whole.course.allSatisfy { $0.live.allSatisfy { $0 >= 0 } })
            #expect(whole.course.last?.flow.after == 0)
            #expect(report(desk, september).total.flow.isEmpty)
        }
    }

    @Test func levelsAddUpAndWhatMovedIsToldOfEach() throws {
        var desk = try desk()
        try desk.perform(
            ChangeTicketLevel(ticket: 1, level: .partialOutage), at: "2026-11-02T09:00:00Z")
        let november = ReportPeriod(from: "2026-11-01", to: "2026-11-30")
        let before = report(desk)
        #expect(before.levels.map(\.level) == [.regular])
        let after = report(desk, november)
        #expect(after.levels.map(\.figures.flow.moved) == [1, -1])
        #expect(after.levels.map(\.figures.flow.after) == [1, 0])
        #expect(after.total.flow.moved == 0 && after.total.flow.before == 1)
        #expect(report(desk, november, level: .partialOutage).total.flow.moved == 1)
    }

    @Test func halfAndNineTenthsAreByNearestRank() {
        for (count, ranks) in [
            (1, [1, 1, 1]), (2, [1, 2, 2]), (10, [5, 9, 10]), (11, [6, 10, 11]),
        ] {
            var figures = PromiseFigures()
            figures.measure((1...count).reversed().map { Minutes($0) })
            #expect(
                [figures.median, figures.ninetieth, figures.longest].map { $0?.count } == ranks)
        }
        var none = PromiseFigures()
        none.measure([])
        #expect(none.median == nil && none.keptPercent == nil)
        none.kept = 199
        none.missed = 1
        #expect(none.keptPercent == 99, "rounded down, so that 100 means all")
    }

    @Test("the course goes by days, weeks or months")
    func parts() throws {
        func parts(_ days: Int) -> [ReportPeriod] {
            let first: CivilDate = "2026-01-01"
            return ReportPeriod(from: first, to: first.advanced(byDays: days - 1))
                .parts(until: "2030-01-01")
        }
        #expect(parts(1).count == 1 && parts(62).count == 62)
        let weeks = parts(63)
        #expect(weeks.map(\.dayCount) == [4, 7, 7, 7, 7, 7, 7, 7, 7, 3])
        #expect(parts(400).allSatisfy { $0.dayCount <= 7 })
        #expect(parts(401).map(\.dayCount).prefix(3) == [31, 28, 31])
        #expect(Self.october.parts(until: "2026-10-03").count == 3)
        let year = ReportPeriod(from: "2026-01-01", to: "2026-12-31")
        #expect(year.parts(until: "2026-03-04").last?.to == "2026-03-04", "none is still to come")
    }

    @Test func theCourseEndsWithTheCalendar() {
        let last: CivilDate = "9999-12-31"
        for days in [31, 100, 500] {
            let period = ReportPeriod(from: last.advanced(byDays: 1 - days), to: last)
            let parts = period.parts(until: last)
            #expect(parts.last?.to == last)
            #expect(parts.map(\.dayCount).reduce(0, +) == days)
        }
        #expect(CivilMonth(containing: last).last == last)
    }

    @Test func workIsThatOfLiveEntriesByTheirDay() throws {
        var desk = try desk()
        try desk.book("2h", on: "2026-10-05", service: "design")
        try desk.book("1h", on: "2026-10-05")
        try desk.perform(VoidTime(entry: 2, reason: "twice"))
        #expect(report(desk).services.map(\.title) == ["Design changes"])
        #expect(report(desk).work.billed == "2h" && report(desk).work.entries == 1)
        #expect(report(desk, level: .emergency).work.entries == 0)
        let hours = desk.state.hoursReport(
            ReportScope(period: Self.october), at: desk.now, desk.calendar, titles: [:])
        #expect(hours.clients.map(\.title) == ["Acme Outdoor GmbH"])
        #expect(hours.weeks.map(\.title) == ["2026-W41"])
    }
}
