import SupportModel

/// A report of hours in the forms in which it is shown.
struct HoursReportLayout: Layout {
    let report: HoursReport

    /// The kinds of lines: the word of programs, the heading, that of their column, and the lines.
    var groups: [(name: String, heading: String, column: String, lines: [WorkLine])] {
        [
            ("client", "work by client", "CLIENT", report.client == nil ? report.clients : []),
            ("service", "work by service", "SERVICE", report.services),
            ("staff", "work by person", "PERSON", report.staff),
            ("week", "work by week", "WEEK", report.weeks),
        ]
    }

    func show(on page: inout Page) {
        ReportHead.show("report of hours", report, on: &page)
        for group in groups where group.name != "client" || report.client == nil {
            page.heading(group.heading)
            page.rows(
                WorkTable.table(group.lines, of: group.column, sum: report.work), none: "none")
        }
    }

    var csv: String {
        var table = CSVTable(["section", "item", "text", "entries", "worked", "billed"])
        ReportHead.write("report.hours", report, to: &table)
        for group in groups {
            for line in group.lines { table.work(group.name, line.name, line.title, line.work) }
        }
        table.work("work", "all", nil, report.work)
        return table.text
    }

    var html: String {
        let sections = groups.filter { $0.name != "client" || report.client == nil }.map { group in
            ReportHTML.work(
                group.name, HTMLPage.sentence(group.heading),
                HTMLPage.sentence(group.column.lowercased()), group.lines, sum: report.work)
        }
        return ReportHTML.document("Report of hours", report, facts: [], Markup.joined(sections))
    }
}
