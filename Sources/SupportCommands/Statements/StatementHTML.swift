import SupportModel
import SupportWire

/// A statement of form 1 as one page of HTML, to be sent or printed.
///
/// Holds everything it shows: no scripts, nothing from elsewhere. Frozen: golden files hold every
/// byte of it.
struct StatementHTML {
    let statement: StatementView

    /// The whole document.
    var text: String { document.text }

    private var document: Markup {
        let sections = [
            summary, fee, hours, work, extra, adjustments, tickets,
        ]
        return Self.document(
            title: "\(name): \(HTMLPage.undirected(statement.clientTitle))",
            body: head + Markup.joined(sections),
            footer: "\(name), form \(statement.format)")
    }

    /// Which statement it is.
    private var name: String {
        "Statement of contract \(statement.contract), cycle \(statement.cycle)"
    }

    private var head: Markup {
        let facts: [(String, Markup?)] = [
            ("Client", "\(statement.client)"),
            ("Package", "\(foreign: statement.title)"),
            ("Project", statement.project.map { "\(foreign: $0)" }),
            ("Account manager", "\(statement.manager)"),
            ("Time zone", "\(statement.zone)"),
            ("Closed", StatementWords.closed(statement).map { "\($0)" }),
        ]
        return HTMLPage.head(
            kind: statement.final ? name : "\(name), so far", client: statement.clientTitle,
            span: "\(statement.from) to \(StatementWords.lastDay(statement))",
            note: StatementWords.note(statement), facts)
    }

    private var summary: Markup {
        var rows: [Markup] = [
            Self.sum("Fee", statement.fee.total), Self.sum("Extra hours", statement.extra.amount),
        ]
        if !statement.adjustments.isEmpty {
            rows.append(Self.sum("Adjustments for earlier cycles", statement.adjusted))
        }
        return HTMLPage.section(
            "total", "Total",
            Self.sums(
                "total", rows,
                foot: Self.sum(HTMLPage.sentence(StatementWords.due(statement)), statement.total)))
    }

    private var fee: Markup {
        let fee = statement.fee
        var rows = [Self.sum("Monthly fee", fee.monthly)]
        for upgrade in fee.upgrades {
            let words = HTMLPage.sentence(StatementWords.upgrade(upgrade))
            rows.append(
                "<tr><th scope=\"row\">\(foreign: words)</th><td>\(Words.amount(upgrade.fee))</td></tr>\n"
            )
        }
        if fee.discount.minorUnits != 0 || fee.discountPercent != 0 {
            rows.append(
                Self.sum(
                    "Discount of \(fee.discountPercent)%, on the fee only",
                    StatementWords.negative(fee.discount)))
        }
        return HTMLPage.section(
            "fee", "Fee", Self.sums("fee", rows, foot: Self.sum("Fee to pay", fee.total)))
    }

    private var hours: Markup {
        let grouped = statement.grouped
        let hasGroup = statement.group != nil || grouped != .zero
        var figures: [(String, String, Minutes)] = [("", "Granted", statement.granted)]
        if hasGroup {
            figures.append(
                grouped < .zero
                    ? ("\u{2212}", "Grouped", .zero - grouped) : ("+", "Grouped", grouped))
        }
        figures += [
            ("\u{2212}", "Used", statement.used), ("\u{2212}", "Expired", statement.expired),
            ("=", "Left", statement.left),
        ]
        let heads = figures.map { "<th scope=\"col\">\($0.1)</th>" as Markup }
        let cells = figures.map { figure -> Markup in
            let sign: Markup =
                figure.0.isEmpty ? "" : "<span class=\"sign\">\(figure.0)</span> "
            return "<td data-label=\"\(figure.1)\"><span>\(sign)\(figure.2)</span></td>"
        }
        let lines = StatementWords.grouping(statement).map {
            "<p>\(foreign: HTMLPage.sentence($0))</p>\n" as Markup
        }
        return HTMLPage.section(
            "hours", "Hours",
            """
            <table class="equation" aria-labelledby="hours">
            <thead><tr>\(Markup.joined(heads))</tr></thead>
            <tbody><tr>\(Markup.joined(cells))</tr></tbody>
            </table>
            \(Markup.joined(lines))
            """)
    }

    private var work: Markup {
        let hasGroup = statement.work.contains { $0.grouped != .zero }
        var table = HTMLTable(
            "work",
            [.head("Service"), .figure("Level"), .figure("Package")]
                + (hasGroup ? [.figure("Grouped")] : []) + [.figure("Extra")])
        for line in statement.work {
            let grouped = hasGroup ? [HTMLTable.work(line.grouped)] : []
            table.row(
                ["\(foreign: line.title)", "\(line.level.rawValue)"]
                    + [HTMLTable.work(line.package)] + grouped
                    + [HTMLTable.work(line.extra)])
        }
        return table.section("Work by service and level", none: "No work was booked.")
    }

    private var extra: Markup {
        let extra = statement.extra
        let words: Markup =
            extra.minutes == .zero
            ? "<p>None; an extra hour costs \(extra.rate).</p>\n"
            : "<p>\(extra.minutes) at \(extra.rate) an hour = <strong>\(extra.amount)</strong></p>\n"
        return HTMLPage.section("extra", "Extra hours", words)
    }

    private var adjustments: Markup {
        var table = HTMLTable(
            "adjustments",
            [
                .day("Day"), .figure("Cycle"), .figure("Ticket"), .words("What and why"),
                .figure("Package"), .figure("Extra"), .figure("Amount"),
            ])
        for line in statement.adjustments {
            table.row([
                "\(line.date)", "\(line.cycle)", "\(line.ticket)",
                "\(line.service), \(StatementWords.kind(line)): \(foreign: line.reason)",
                HTMLTable.work(line.settled), HTMLTable.work(line.extra),
                "\(line.amount)",
            ])
        }
        return table.section("Adjustments for earlier cycles")
    }

    private var tickets: Markup {
        var table = HTMLTable(
            "tickets",
            [.figure("Ticket"), .head("Subject"), .figure("Package"), .figure("Extra")])
        for line in statement.tickets {
            table.row([
                "\(line.ticket)", "\(foreign: line.subject)",
                HTMLTable.work(line.package), HTMLTable.work(line.extra),
            ])
        }
        return table.section("Tickets worked on", none: "None.")
    }
}

/// The parts that the sections are made of.
extension StatementHTML {
    /// A page in the style of statements.
    static func document(title: Markup, body: Markup, footer: Markup) -> Markup {
        HTMLPage.document(
            title: title, style: StatementHTMLStyle.sheet, body: body, footer: footer)
    }

    /// Rows of words and amounts over their sum, in a table that the heading of its section names.
    static func sums(_ id: String, _ rows: [Markup], foot: Markup) -> Markup {
        """
        <table aria-labelledby="\(id)">
        <tbody>
        \(Markup.joined(rows))</tbody>
        <tfoot>
        \(foot)</tfoot>
        </table>

        """
    }

    /// A row of words and an amount.
    static func sum(_ words: String, _ amount: Money) -> Markup {
        "<tr><th scope=\"row\">\(words)</th><td>\(amount)</td></tr>\n"
    }
}
