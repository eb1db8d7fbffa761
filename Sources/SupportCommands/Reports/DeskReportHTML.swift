import SupportModel

/// A report of the desk as one page of HTML, to be sent or printed; it holds everything it shows.
struct DeskReportHTML {
    let report: DeskReport

    /// The whole document.
    var text: String {
        ReportHTML.document(
            "Report of the desk", report, facts: [("Days", "\(ReportWords.days(report))")],
            Markup.joined([
                tiles, live, flow, promises, levels, clients,
                ReportHTML.work(
                    "work", "Work by service", "Service", report.services, sum: report.work),
                definitions,
            ]))
    }

    private var tiles: Markup {
        let (flow, total) = (report.total.flow, report.total)
        func kept(_ figures: PromiseFigures) -> String {
            figures.count == 0 ? "none" : "\(figures.kept) of \(figures.count)"
        }
        return ReportHTML.tiles([
            ("Opened", "\(flow.opened)", flow.reopened > 0 ? "and \(flow.reopened) reopened" : ""),
            ("Resolved", "\(flow.resolved)", flow.merged > 0 ? "and \(flow.merged) merged" : ""),
            (
                report.over ? "Open at the end" : "Open now", "\(flow.after)",
                total.overdue > 0 ? "\(total.overdue) overdue" : "\(flow.before) at the beginning"
            ),
            (
                "First responses in time", ReportWords.percent(total.response),
                kept(total.response)
            ),
            ("Resolutions in time", ReportWords.percent(total.resolution), kept(total.resolution)),
            ("Work", "\(report.work.billed)", Words.count(report.work.entries, "entry", "entries")),
        ])
    }

    /// The levels that are in a plot, the most severe first.
    private var shown: [Level] {
        Level.allCases.filter { level in report.course.contains { $0.live(of: level) > 0 } }
    }

    private var live: Markup {
        let levels = shown
        guard !levels.isEmpty else {
            return HTMLPage.section("live", "Open tickets", "<p>There were none.</p>\n")
        }
        let most = report.course.max { $0.flow.after < $1.flow.after }
        let last = report.course.last?.flow.after ?? 0
        let plot = ColumnPlot(
            id: "live", title: "Open tickets by level",
            description:
                "\(report.total.flow.before) at the beginning, \(last) at the end, at most "
                + "\(most?.flow.after ?? 0), \(most.map { ReportWords.span(from: $0.from, to: $0.to) } ?? "").",
            series: levels.map {
                .init(name: "Level \(ReportWords.level($0))", style: "l\($0.rawValue)")
            },
            columns: columns { part in levels.map { part.live(of: $0) } }, isStacked: true)
        var table = HTMLTable(
            "live-figures",
            [.day("At the end of")] + levels.map { .figure("Level \($0.rawValue)") }
                + [.figure("All")])
        for part in report.course {
            table.row(
                ["\(part.to)"] + levels.map { "\(part.live(of: $0))" } + ["\(part.flow.after)"])
        }
        return HTMLPage.section(
            "live-figures", "Open tickets",
            plot.markup + ReportHTML.details("Figures of open tickets", table.markup))
    }

    private func columns(_ values: (TicketCourse) -> [Int]) -> [ColumnPlot.Column] {
        zip(report.course, ReportAxis(report.course).ticks).map { part, tick in
            .init(
                name: ReportWords.span(from: part.from, to: part.to), tick: tick,
                values: values(part))
        }
    }

    private var flow: Markup {
        let flow = report.total.flow
        let happened = [flow.opened, flow.resolved, flow.reopened, flow.merged]
        guard happened.contains(where: { $0 > 0 }) else { return "" }
        let plot = ColumnPlot(
            id: "flow", title: "Tickets opened and resolved",
            description: "\(flow.opened) opened and \(flow.resolved) resolved in all.",
            series: [.init(name: "Opened", style: "in"), .init(name: "Resolved", style: "out")],
            columns: columns { [$0.flow.opened, $0.flow.resolved] }, isStacked: false)
        let isDaily = report.course.allSatisfy { $0.from == $0.to }
        var table = HTMLTable(
            "flow-figures",
            [
                .day(isDaily ? "Day" : "Days"), .figure("Opened"), .figure("Reopened"),
                .figure("Resolved"), .figure("Merged"),
            ])
        for part in report.course {
            table.row([
                "\(ReportWords.span(from: part.from, to: part.to))", "\(part.flow.opened)",
                "\(part.flow.reopened)", "\(part.flow.resolved)", "\(part.flow.merged)",
            ])
        }
        return HTMLPage.section(
            "flow-figures", "Opened and resolved",
            plot.markup + ReportHTML.details("Figures of opened and resolved", table.markup))
    }

    private var promises: Markup {
        promises(
            "response", "First responses by level", \.response,
            none: "None were given that had a target.")
            + promises(
                "resolution", "Resolutions by level", \.resolution,
                none: "None were resolved that had a target.")
    }

    private func promises(
        _ id: String, _ title: Markup, _ kind: KeyPath<TicketFigures, PromiseFigures>,
        none: Markup
    ) -> Markup {
        var table = HTMLTable(
            id,
            [
                .head("Level"), .bar("Share in time"), .figure("In time"), .figure("Late"),
                .figure("Share"), .figure("Median"), .figure("90th percentile"),
                .figure("Longest"),
            ])
        for line in report.levels where line.figures[keyPath: kind].count > 0 {
            let figures = line.figures[keyPath: kind]
            table.row(
                ["\(ReportWords.level(line.level))"] + Self.cells(figures) + [
                    "\(ReportWords.time(figures.median))",
                    "\(ReportWords.time(figures.ninetieth))",
                    "\(ReportWords.time(figures.longest))",
                ])
        }
        table.sum(["All"] + Self.cells(report.total[keyPath: kind]) + ["", "", ""])
        return table.section(title, none: none)
    }

    private static func cells(_ figures: PromiseFigures) -> [Markup] {
        [
            PlotBar.bar([(figures.kept, "in"), (figures.missed, "missed")], of: figures.count),
            "\(figures.kept)", "\(figures.missed)", "\(ReportWords.percent(figures))",
        ]
    }

    private var levels: Markup {
        var table = HTMLTable("levels", [.head("Level")] + Self.flowColumns)
        for line in report.levels {
            table.row(["\(ReportWords.level(line.level))"] + Self.cells(line.figures))
        }
        table.sum(["All"] + Self.cells(report.total))
        return table.section("Tickets by level", none: "There were none.")
    }

    private static let flowColumns: [HTMLTable.Column] = [
        .figure("Before"), .figure("Opened"), .figure("Reopened"), .figure("Moved"),
        .figure("Resolved"), .figure("Merged"), .figure("After"), .figure("Overdue"),
    ]

    private static func cells(_ figures: TicketFigures) -> [Markup] {
        let flow = figures.flow
        let moved =
            flow.moved > 0
            ? "+\(flow.moved)" : flow.moved < 0 ? "\u{2212}\(flow.moved.magnitude)" : "0"
        return [
            "\(flow.before)", "\(flow.opened)", "\(flow.reopened)", "\(moved)",
            "\(flow.resolved)", "\(flow.merged)", "\(flow.after)", "\(figures.overdue)",
        ]
    }

    private var clients: Markup {
        guard report.client == nil else { return "" }
        var table = HTMLTable(
            "clients",
            [
                .head("Client"), .figure("Before"), .figure("Opened"), .figure("Resolved"),
                .figure("After"), .figure("Overdue"), .figure("Responses in time"),
                .figure("Resolutions in time"),
            ])
        for line in report.clients {
            let (figures, flow) = (line.figures, line.figures.flow)
            table.row([
                "\(foreign: line.title)", "\(flow.before)", "\(flow.opened)", "\(flow.resolved)",
                "\(flow.after)", "\(figures.overdue)",
                "\(ReportWords.percent(figures.response))",
                "\(ReportWords.percent(figures.resolution))",
            ])
        }
        return table.section("Tickets by client", none: "There were none.")
    }

    private var definitions: Markup {
        HTMLPage.section(
            "definitions", "How it is counted",
            """
            <p class="small">Before + opened + reopened + moved \u{2212} resolved \u{2212} merged = after. A ticket is open until it is resolved, also while it waits for an answer. Moved are tickets that came from other levels, less those that went. Overdue are those open at the end of which the desk had recorded by then that a deadline passed.</p>
            <p class="small">First responses and resolutions count on the day on which they were given, and are in time within what the contract promises for the level. What was not done by the end counts with none of them, and is overdue once its deadline passes. Their times leave out what a ticket waited for the client, and for levels 3 and 4 the hours in which the agency is closed. The median is the time within which half of them were done, the 90th percentile that of nine tenths. Shares are rounded down.</p>
            <p class="small">Work counts on the day on which it was done.</p>

            """)
    }
}
