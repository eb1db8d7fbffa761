import SupportModel
import SupportTestKit
import Testing

/// Reports on random histories are what a slow count of the log gives, and stay so.
struct DeskReportHistoryTests {
    private static let stepCount = 40
    /// The slow count looks at every event for every figure.
    private static let share = 20
    private static let clients: [Name<Client>?] = [nil, nil, "acme", "boot", "coat"]

    @Test(arguments: Seeds.lanes)
    func figuresAreThoseOfTheLog(lane: Int) throws {
        var seen = TicketFigures()
        for seed in Seeds.lane(lane, share: Self.share) {
            var history = try RandomHistory(seed: seed)
            for _ in 1...Self.stepCount { try history.step() }
            let slow = try SlowDeskReport(history.desk)
            for _ in 1...3 {
                let scope = scope(&history)
                let report = report(history.desk, scope)
                let found = differences(report, slow, scope)
                guard found.isEmpty else {
                    Issue.record("seed \(seed): \(scope): \(found.joined(separator: "; "))")
                    return
                }
                seen = Self.sum(seen, report.total)
            }
        }
        let flow = seen.flow
        let rare = [flow.reopened, flow.merged, seen.overdue]
        let usual = [
            flow.before, flow.opened, flow.resolved, flow.after, seen.response.kept,
            seen.response.missed, seen.resolution.kept, seen.resolution.missed,
        ]
        let isMany = Seeds.lane(lane, share: Self.share).count >= 20
        #expect(usual.allSatisfy { $0 > 0 } || !isMany, "asked of nothing: \(seen)")
        #expect(rare.allSatisfy { $0 > 0 } || Seeds.lane(lane, share: Self.share).count < 100)
    }

    @Test("what happens later changes nothing of a period that is over", arguments: Seeds.lanes)
    func thePastStays(lane: Int) throws {
        var (changed, reopened, overdue) = (0, 0, 0)
        for seed in Seeds.lane(lane, share: Self.share) {
            var history = try RandomHistory(seed: seed)
            for _ in 1...Self.stepCount / 2 { try history.step() }
            let now = history.desk.now
            let day = CivilDate(daysSinceEpoch: Int(now.millisecondsSinceEpoch / 86_400_000) - 1)
            let scope = ReportScope(
                period: ReportPeriod(from: day.advanced(byDays: -20), to: day.advanced(byDays: -1)))
            let before = report(history.desk, scope)
            let zones = history.desk.state.clients.mapValues(\.zone)
            for _ in 1...Self.stepCount { try history.step() }
            let after = report(history.desk, scope)
            guard history.desk.state.clients.mapValues(\.zone) == zones else { continue }
            #expect(before.over && after.over)
            #expect(before.total.flow == after.total.flow, "seed \(seed)")
            #expect(Self.flows(before) == Self.flows(after), "seed \(seed)")
            #expect(before.total.resolution == after.total.resolution, "seed \(seed)")
            #expect(before.course == after.course, "seed \(seed)")
            #expect(before.total.overdue == after.total.overdue, "seed \(seed)")
            #expect(Self.overdue(before) == Self.overdue(after), "seed \(seed)")
            overdue += before.total.overdue
            let later = ReportScope(period: ReportPeriod(from: day, to: day.advanced(byDays: 400)))
            let flow = report(history.desk, later).total.flow
            changed += flow.opened + flow.resolved
            reopened += flow.reopened
        }
        #expect(changed > 0 || Seeds.lane(lane, share: Self.share).count < 20)
        #expect(reopened > 0 || Seeds.lane(lane, share: Self.share).count < 100)
        #expect(overdue > 0 || Seeds.lane(lane, share: Self.share).count < 100)
    }

    /// How many tickets of each level are overdue.
    private static func overdue(_ report: DeskReport) -> [Level: Int] {
        let shown = report.levels.filter { $0.figures.overdue > 0 }
        return Dictionary(uniqueKeysWithValues: shown.map { ($0.level, $0.figures.overdue) })
    }

    /// How the tickets of each level came and went.
    private static func flows(_ report: DeskReport) -> [Level: TicketFlow] {
        let shown = report.levels.filter { !$0.figures.flow.isEmpty }
        return Dictionary(uniqueKeysWithValues: shown.map { ($0.level, $0.figures.flow) })
    }

    private func report(_ desk: DeskFixture, _ scope: ReportScope) -> DeskReport {
        desk.state.deskReport(scope, at: desk.now, desk.calendar, titles: [:])
    }

    /// A period of some days or months that lies about the history, of all or of one client or level.
    private func scope(_ history: inout RandomHistory) -> ReportScope {
        let today = CivilDate(
            daysSinceEpoch: Int(history.desk.now.millisecondsSinceEpoch / 86_400_000))
        let from = today.advanced(byDays: -Int.random(in: 0...60, using: &history.random))
        let length = history.random.pick([0, 3, 20, 61, 62, 200, 900])
        return ReportScope(
            period: ReportPeriod(from: from, to: from.advanced(byDays: length)),
            client: history.random.pick(Self.clients),
            level: history.random.chance(30) ? history.random.pick(Level.allCases) : nil)
    }

    private func differences(
        _ report: DeskReport, _ slow: SlowDeskReport, _ scope: ReportScope
    ) -> [String] {
        var found: [String] = []
        func compare<Value: Equatable>(_ what: String, _ one: Value, _ other: Value) {
            if one != other { found.append("\(what): \(one), counted \(other)") }
        }
        let period = scope.period
        compare("total", report.total, slow.figures(period, scope.client, scope.level))
        let flow = report.total.flow
        compare(
            "sum", flow.after,
            flow.before + flow.opened + flow.reopened + flow.moved - flow.resolved - flow.merged)
        for level in Level.allCases where scope.level ?? level == level {
            var figures = report.levels.first { $0.level == level }?.figures ?? TicketFigures()
            let times = slow.resolutionTimes(period, scope.client, level)
            compare("longest", figures.resolution.longest?.count, times.last)
            compare(
                "median", figures.resolution.median?.count,
                times.isEmpty ? nil : times[(times.count - 1) / 2])
            (figures.resolution.median, figures.resolution.ninetieth) = (nil, nil)
            (figures.response.median, figures.response.ninetieth) = (nil, nil)
            (figures.resolution.longest, figures.response.longest) = (nil, nil)
            compare("level \(level)", figures, slow.figures(period, scope.client, level))
        }
        for client in ["acme", "boot", "coat"] as [Name<Client>]
        where scope.client ?? client == client {
            compare(
                "client \(client)",
                report.clients.first { $0.client == client }?.figures ?? TicketFigures(),
                slow.figures(period, client, scope.level))
        }
        for part in report.course {
            // What comes after the last part counts with it.
            let isLast = part.from == report.course.last?.from
            let to = isLast ? scope.period.to : part.to
            compare("live on \(to)", part.live, slow.live(to, scope.client, scope.level))
            let counted = slow.figures(
                ReportPeriod(from: part.from, to: to), scope.client, scope.level)
            compare("part \(part.from)", part.flow, counted.flow)
        }
        let services = report.services.map { ($0.name, $0.work.billed.count) }
        compare(
            "services", Dictionary(uniqueKeysWithValues: services),
            slow.services(period, scope.client, scope.level))
        return found
    }

    private static func sum(_ one: TicketFigures, _ other: TicketFigures) -> TicketFigures {
        var sum = one
        sum.flow.before += other.flow.before
        sum.flow.opened += other.flow.opened
        sum.flow.reopened += other.flow.reopened
        sum.flow.resolved += other.flow.resolved
        sum.flow.merged += other.flow.merged
        sum.flow.after += other.flow.after
        sum.overdue += other.overdue
        sum.response.kept += other.response.kept
        sum.response.missed += other.response.missed
        sum.resolution.kept += other.resolution.kept
        sum.resolution.missed += other.resolution.missed
        return sum
    }
}
