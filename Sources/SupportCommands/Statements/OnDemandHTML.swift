import SupportModel
import SupportWire

/// A statement for work on demand of form 1 as one page of HTML, to be sent or printed; it holds
/// everything it shows.
struct OnDemandHTML {
    let statement: OnDemandStatementView

    /// The whole document.
    var text: String {
        StatementHTML.document(
            title: "\(name): \(statement.clientTitle)",
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
        let lines = facts.compactMap { fact in
            fact.1.map { "<div><dt>\(fact.0)</dt><dd>\($0)</dd></div>\n" as Markup }
        }
        let note: Markup =
            OnDemandWords.note(statement).map {
                "<p class=\"note\">\(StatementHTML.sentence($0))</p>\n"
            } ?? ""
        return """
            <header>
            <p class="kind">\(name)\(statement.final ? "" : ", so far")</p>
            <h1>\(foreign: statement.clientTitle)</h1>
            <p class="span">\(statement.from) to \(statement.month.last)</p>
            \(note)<dl>
            \(Markup.joined(lines))</dl>
            </header>

            """
    }

    private var summary: Markup {
        var rows = statement.charges.map { StatementHTML.sum("Work on demand", $0.amount) }
        for line in statement.adjustments {
            rows.append(
                StatementHTML.sum("Adjustment for \(line.month), entry \(line.entry)", line.amount))
        }
        let due = OnDemandWords.due(statement).map {
            StatementHTML.sum(StatementHTML.sentence($0.0), $0.1)
        }
        return StatementHTML.section(
            "total", "Total", StatementHTML.sums("total", rows, foot: Markup.joined(due)))
    }

    private var work: Markup {
        var table = StatementHTMLTable(
            "work", [.head("Service"), .figure("Level"), .figure("Work")])
        for line in statement.work {
            table.row(["\(foreign: line.title)", "\(line.level.rawValue)", "\(line.minutes)"])
        }
        return StatementHTML.section(
            "work", "Work by service and level",
            table.isEmpty ? "<p>No work of this month was booked.</p>\n" : table.markup)
    }

    private var charges: Markup {
        let lines = statement.charges.map { charge -> Markup in
            "<p>\(charge.minutes) at \(charge.rate) an hour = <strong>\(charge.amount)</strong></p>\n"
        }
        guard !lines.isEmpty else { return "" }
        return StatementHTML.section("charges", "What it costs", Markup.joined(lines))
    }

    private var adjustments: Markup {
        guard !statement.adjustments.isEmpty else { return "" }
        var table = StatementHTMLTable(
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
        return StatementHTML.section(
            "adjustments", "Adjustments for earlier months", table.markup)
    }

    private var tickets: Markup {
        var table = StatementHTMLTable(
            "tickets", [.figure("Ticket"), .head("Subject"), .figure("Work")])
        for line in statement.tickets {
            table.row(["\(line.ticket)", "\(foreign: line.subject)", "\(line.minutes)"])
        }
        return StatementHTML.section(
            "tickets", "Tickets worked on", table.isEmpty ? "<p>None.</p>\n" : table.markup)
    }
}
