import SupportModel

/// A report of the desk for people at a terminal.
struct DeskReportTable {
    let report: DeskReport

    func show(on page: inout Page) {
        ReportHead.show("report of the desk", report, days: ReportWords.days(report), on: &page)
        tickets(on: &page)
        promises(on: &page)
        clients(on: &page)
        course(on: &page)
        page.heading("work by service")
        page.rows(WorkTable.table(report.services, of: "SERVICE", sum: report.work), none: "none")
    }

    private func tickets(on page: inout Page) {
        page.heading("tickets by level")
        var table = Table(
            "report-tickets",
            [
                .text("LEVEL"), .number("BEFORE"), .number("OPENED"), .number("REOPENED", goes: 2),
                .number("MOVED", goes: 1), .number("RESOLVED"), .number("MERGED", goes: 3),
                .number("AFTER"), .number("OVERDUE"),
            ])
        for line in report.levels { table.row(of: [Words.level(line.level)] + cells(line.figures)) }
        if !report.levels.isEmpty { table.row(of: ["all"] + cells(report.total)) }
        page.rows(table, none: "none")
    }

    private func cells(_ figures: TicketFigures) -> [StyledText] {
        let flow = figures.flow
        return [
            "\(flow.before)", "\(flow.opened)", Self.rare(flow.reopened), Self.rare(flow.moved),
            "\(flow.resolved)", Self.rare(flow.merged), "\(flow.after, .strong)",
            StyledText("\(figures.overdue)", figures.overdue > 0 ? .bad : nil),
        ]
    }

    /// A figure that is mostly 0, of which a column is left out where it always is.
    private static func rare(_ figure: Int) -> StyledText { figure == 0 ? "" : "\(figure)" }

    private func promises(on page: inout Page) {
        page.heading("how promises were kept")
        var table = Table(
            "report-promises",
            [
                .text("PROMISE"), .text("LEVEL"), .number("KEPT"), .number("MISSED"),
                .number("SHARE"), .number("MEDIAN"), .number("P90", goes: 2),
                .number("LONGEST", goes: 1),
            ])
        let kinds: [(StyledText, KeyPath<TicketFigures, PromiseFigures>)] = [
            ("first response", \.response), ("resolution", \.resolution),
        ]
        for (title, figures) in kinds {
            for line in report.levels where line.figures[keyPath: figures].count > 0 {
                Self.add(
                    title, Words.level(line.level), line.figures[keyPath: figures], to: &table)
            }
            if report.total[keyPath: figures].count > 0 {
                Self.add(title, "all", report.total[keyPath: figures], to: &table)
            }
        }
        page.rows(table, none: "none were given or resolved that had a target")
    }

    private static func add(
        _ title: StyledText, _ level: StyledText, _ figures: PromiseFigures, to table: inout Table
    ) {
        func time(_ minutes: Minutes?) -> StyledText { "\(minutes?.description ?? "")" }
        table.row(
            title, level, "\(figures.kept)", "\(figures.missed)",
            "\(ReportWords.percent(figures), .strong)", time(figures.median),
            time(figures.ninetieth), time(figures.longest))
    }

    private func clients(on page: inout Page) {
        guard report.client == nil else { return }
        page.heading("tickets by client, and promises kept")
        var table = Table(
            "report-clients",
            [
                .text("CLIENT", .cut(least: 20)), .number("BEFORE", goes: 1), .number("OPENED"),
                .number("RESOLVED"), .number("AFTER"), .number("OVERDUE", goes: 3),
                .number("RESPONSES", goes: 2), .number("RESOLUTIONS"),
            ])
        for line in report.clients {
            let (figures, flow) = (line.figures, line.figures.flow)
            table.row(
                "\(line.title)", "\(flow.before)", "\(flow.opened)", "\(flow.resolved)",
                "\(flow.after, .strong)",
                StyledText("\(figures.overdue)", figures.overdue > 0 ? .bad : nil),
                "\(ReportWords.percent(figures.response))",
                "\(ReportWords.percent(figures.resolution))")
        }
        page.rows(table, none: "none")
    }

    private func course(on page: inout Page) {
        page.heading("how it went on")
        let levels = Level.allCases.filter { level in
            report.course.contains { $0.live(of: level) > 0 }
        }
        let isDaily = report.course.allSatisfy { $0.from == $0.to }
        var table = Table(
            "report-course",
            [.text(isDaily ? "DAY" : "FROM")] + (isDaily ? [] : [.text("TO", goes: 1)])
                + [.number("OPENED"), .number("RESOLVED"), .number("OPEN")]
                + levels.map { .number("LEVEL \($0.rawValue)", goes: 6 - $0.rawValue) })
        for part in report.course {
            table.row(
                of: ["\(part.from)"] + (isDaily ? [] : ["\(part.to)"]) + [
                    "\(part.flow.opened)", "\(part.flow.resolved)", "\(part.flow.after, .strong)",
                ] + levels.map { "\(part.live(of: $0))" })
        }
        page.rows(table, none: "nothing yet")
    }
}

/// How every report begins at a terminal.
enum ReportHead {
    static func show(
        _ kind: String, _ report: some PeriodFigures, days: String? = nil, on page: inout Page
    ) {
        let standing = StyledText(
            report.over ? "final" : "so far", report.over ? .good : .warning)
        page.line("\(kind, .strong), \(ReportWords.span(report), .strong), \(standing)")
        page.facts([
            "client": "\(ReportWords.client(report) ?? "all")",
            "level": report.level.map { "\(ReportWords.level($0))" },
            "days": days.map { "\($0)" },
            "note": ReportWords.note(report).map { "\($0)" },
        ])
    }
}

/// Lines of work, with their sum where there is more than one.
enum WorkTable {
    static func table(_ lines: [WorkLine], of what: String, sum: WorkSum) -> Table {
        var table = Table(
            "report-work",
            [
                .text(what, .cut(least: 16)), .number("ENTRIES", goes: 1), .number("WORKED"),
                .number("COUNTED"),
            ])
        for line in lines { table.row(of: ["\(line.title)"] + cells(line.work)) }
        if lines.count > 1 { table.row(of: ["all"] + cells(sum)) }
        return table
    }

    private static func cells(_ work: WorkSum) -> [StyledText] {
        ["\(work.entries)", "\(work.worked)", "\(work.billed, .strong)"]
    }
}
