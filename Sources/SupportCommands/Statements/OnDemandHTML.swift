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
            "total", "Total", StatementHTML.table("total", rows: rows, foot: Markup.joined(due)))
    }

    private var work: Markup {
        let rows = statement.work.map { line -> Markup in
            """
            <tr><th scope="row">\(foreign: line.title)</th><td>\(line.level.rawValue)</td>\
            <td>\(line.minutes)</td></tr>

            """
        }
        return StatementHTML.section(
            "work", "Work by service and level",
            rows.isEmpty
                ? "<p>No work of this month was booked.</p>\n"
                : StatementHTML.table("work", heads: ["Service", "Level", "Work"], rows: rows))
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
        let rows = statement.adjustments.map { line -> Markup in
            """
            <tr><th scope="row" class="day">\(line.date)</th><td>\(line.ticket)</td>\
            <td class="words">\(line.service), \(OnDemandWords.kind(line)): \
            \(foreign: line.reason)</td><td>\(line.minutes)</td><td>\(line.rate)</td>\
            <td>\(line.amount)</td></tr>

            """
        }
        let heads = ["Day", "Ticket", "What and why", "Work", "Rate", "Amount"]
        return StatementHTML.section(
            "adjustments", "Adjustments for earlier months",
            StatementHTML.table("adjustments", heads: heads, words: ["What and why"], rows: rows))
    }

    private var tickets: Markup {
        let rows = statement.tickets.map { line -> Markup in
            """
            <tr><td>\(line.ticket)</td><th scope="row">\(foreign: line.subject)</th>\
            <td>\(line.minutes)</td></tr>

            """
        }
        return StatementHTML.section(
            "tickets", "Tickets worked on",
            rows.isEmpty
                ? "<p>None.</p>\n"
                : StatementHTML.table(
                    "tickets", heads: ["Ticket", "Subject", "Work"], words: ["Subject"],
                    rows: rows))
    }
}
