import SupportModel
import SupportTestKit
import Testing

/// The figures of a report on a small desk, computed by hand.
struct DeskReportTests {
    private static let october = ReportPeriod(from: "2026-10-01", to: "2026-10-31")

    /// Monday, 2026-10-05: contract 1 with ticket 1 of Level 4, whose targets are 4 and 32 hours.
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
        try desk.perform(OpenTicket(client: "acme", level: .regular, subject: "The same"))
        try desk.perform(AssignTicket(ticket: 1, to: "emil"))
        try desk.perform(AssignTicket(ticket: 2, to: "emil"))
        try desk.perform(SplitTicket(ticket: 1, subject: "Another thing"))
        try desk.perform(MergeTickets(ticket: 2, into: 1))
        let total = report(desk).total
        #expect(total.flow.opened == 3 && total.flow.merged == 1 && total.flow.after == 2)
        #expect(total.flow.resolved == 0)
        #expect(total.response.count <= 1)
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
