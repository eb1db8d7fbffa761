import SupportModel
import SupportWire

/// A statement for work on demand of form 1 as one page of HTML, to be sent or printed; it holds
/// everything it shows.
struct OnDemandHTML {
    let statement: OnDemandStatementView

    /// The whole document.
    var text: String {
        StatementHTML.document(
            title: "\(name): \(HTMLPage.undirected(statement.clientTitle))",
            body: head + Markup.joined([summary, work, charges, adjustments, tickets]),
            footer: "\(name), form \(statement.format)"
        ).text
    }

    /// Which statement it is.
    private var name: String {
        "Statement of work on demand, \(statement.client), \(statement.month)"
    }

    private var head: Markup {
        let facts: [(String, Markup?)] = [
            ("Client", "\(statement.client)"),
            ("Time zone", "\(statement.zone)"),
            ("Closed", OnDemandWords.closed(statement).map { "\($0)" }),
        ]
        return HTMLPage.head(
            kind: statement.final ? name : "\(name), so far", client: statement.clientTitle,
            span: "\(statement.from) to \(statement.month.last)",
            note: OnDemandWords.note(statement), facts)
    }

    private var summary: Markup {
        var rows = statement.charges.map { StatementHTML.sum("Work on demand", $0.amount) }
        for line in statement.adjustments {
            rows.append(
                StatementHTML.sum("Adjustment for \(line.month), entry \(line.entry)", line.amount))
        }
        let due = OnDemandWords.due(statement).map {
            StatementHTML.sum(HTMLPage.sentence($0.0), $0.1)
        }
        return HTMLPage.section(
            "total", "Total", StatementHTML.sums("total", rows, foot: Markup.joined(due)))
    }

    private var work: Markup {
        var table = HTMLTable(
            "work", [.head("Service"), .figure("Level"), .figure("Work")])
        for line in statement.work {
            table.row(["\(foreign: line.title)", "\(line.level.rawValue)", "\(line.minutes)"])
        }
        return table.section("Work by service and level", none: "No work of this month was booked.")
    }

    private var charges: Markup {
        let lines = statement.charges.map { charge -> Markup in
            "<p>\(charge.minutes) at \(charge.rate) an hour = <strong>\(charge.amount)</strong></p>\n"
        }
        guard !lines.isEmpty else { return "" }
        return HTMLPage.section("charges", "What it costs", Markup.joined(lines))
    }

    private var adjustments: Markup {
        var table = HTMLTable(
            "adjustments",
            [
                .day("Day"), .figure("Ticket"), .words("What and why"), .figure("Work"),
                .figure("Rate"), .figure("Amount"),
            ])
        for line in statement.adjustments {
            table.row([
                "\(line.date)", "\(line.ticket)",
                "\(line.service), \(OnDemandWords.kind(line)): \(foreign: line.reason)",
                "\(line.minutes)", "\(line.rate)", "\(line.amount)",
            ])
        }
        return table.section("Adjustments for earlier months")
    }

    private var tickets: Markup {
        var table = HTMLTable(
            "tickets", [.figure("Ticket"), .head("Subject"), .figure("Work")])
        for line in statement.tickets {
            table.row(["\(line.ticket)", "\(foreign: line.subject)", "\(line.minutes)"])
        }
        return table.section("Tickets worked on", none: "None.")
    }
}
