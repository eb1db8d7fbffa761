import SupportModel

/// A report of the desk as one table of comma-separated values.
///
/// Every row is what one thing of a section comes to, so a program picks rows by section and item.
/// Times and work are whole minutes; a figure that is not known is empty.
struct DeskReportCSV {
    let report: DeskReport

    /// The whole table, its first line the names of the columns.
    var text: String {
        var table = CSVTable([
            "section", "item", "text", "from", "to", "before", "opened", "reopened", "moved",
            "resolved", "merged", "after", "overdue", "level_1", "level_2", "level_3", "level_4",
            "kept", "missed", "median", "ninetieth", "longest", "entries", "worked", "billed",
        ])
        ReportHead.write("report.desk", report, zone: report.zone, to: &table)
        for line in report.levels {
            add("level", "\(line.level.rawValue)", line.level.title, line.figures, to: &table)
        }
        add("total", "all", nil, report.total, to: &table)
        for line in report.clients {
            add("client", line.client.text, line.title, line.figures, to: &table)
        }
        for part in report.course { add(part, to: &table) }
        for line in report.services { table.work("service", line.name, line.title, line.work) }
        table.work("work", "all", nil, report.work)
        return table.text
    }

    private func add(
        _ section: String, _ item: String, _ title: String?, _ figures: TicketFigures,
        to table: inout CSVTable
    ) {
        let flow = figures.flow
        table.row([
            "section": .plain(section), "item": .plain(item), "text": title.map { .foreign($0) },
            "before": .plain("\(flow.before)"), "opened": .plain("\(flow.opened)"),
            "reopened": .plain("\(flow.reopened)"), "moved": .plain("\(flow.moved)"),
            "resolved": .plain("\(flow.resolved)"), "merged": .plain("\(flow.merged)"),
            "after": .plain("\(flow.after)"), "overdue": .plain("\(figures.overdue)"),
        ])
        for (kind, promises) in [
            ("response", figures.response), ("resolution", figures.resolution),
        ] {
            table.row([
                "section": .plain("\(section)_\(kind)"), "item": .plain(item),
                "text": title.map { .foreign($0) }, "kept": .plain("\(promises.kept)"),
                "missed": .plain("\(promises.missed)"), "median": .minutes(promises.median),
                "ninetieth": .minutes(promises.ninetieth), "longest": .minutes(promises.longest),
            ])
        }
    }

    private func add(_ part: TicketCourse, to table: inout CSVTable) {
        let flow = part.flow
        table.row([
            "section": .plain("course"), "item": .plain("\(part.from)"),
            "from": .plain("\(part.from)"), "to": .plain("\(part.to)"),
            "before": .plain("\(flow.before)"), "opened": .plain("\(flow.opened)"),
            "reopened": .plain("\(flow.reopened)"), "moved": .plain("\(flow.moved)"),
            "resolved": .plain("\(flow.resolved)"), "merged": .plain("\(flow.merged)"),
            "after": .plain("\(flow.after)"), "level_1": .plain("\(part.live(of: .emergency))"),
            "level_2": .plain("\(part.live(of: .partialOutage))"),
            "level_3": .plain("\(part.live(of: .highPriority))"),
            "level_4": .plain("\(part.live(of: .regular))"),
        ])
    }
}

extension ReportHead {
    /// The first rows of every report.
    static func write(
        _ kind: String, _ report: some PeriodFigures, zone: ZoneName? = nil,
        to table: inout CSVTable
    ) {
        table.items(
            of: "report",
            [
                "kind": .plain(kind), "standing": .plain(report.over ? "final" : "so far"),
                "first_day": .plain("\(report.from)"), "last_day": .plain("\(report.to)"),
                "client": report.client.map { .plain("\($0)") },
                "client_title": report.clientTitle.map { .foreign($0) },
                "level": report.level.map { .plain("\($0.rawValue)") },
                "zone": zone.map { .plain("\($0)") }, "made_at": .plain("\(report.at)"),
            ])
    }
}

extension CSVTable {
    /// Adds what work comes to.
    mutating func work(_ section: String, _ item: String, _ title: String?, _ work: WorkSum) {
        row([
            "section": .plain(section), "item": .foreign(item),
            "text": title.map { .foreign($0) }, "entries": .plain("\(work.entries)"),
            "worked": .minutes(work.worked), "billed": .minutes(work.billed),
        ])
    }
}

extension CSVTable.Cell? {
    /// Whole minutes; empty where they are not known.
    static func minutes(_ minutes: Minutes?) -> CSVTable.Cell? {
        minutes.map { .plain("\($0.count)") }
    }
}
