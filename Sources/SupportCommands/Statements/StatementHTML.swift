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
            title: "\(name): \(statement.clientTitle)", body: head + Markup.joined(sections),
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
        let lines = facts.compactMap { fact in
            fact.1.map { "<div><dt>\(fact.0)</dt><dd>\($0)</dd></div>\n" as Markup }
        }
        let note: Markup =
            StatementWords.note(statement).map { "<p class=\"note\">\(Self.sentence($0))</p>\n" }
            ?? ""
        return """
            <header>
            <p class="kind">\(name)\(statement.final ? "" : ", so far")</p>
            <h1>\(foreign: statement.clientTitle)</h1>
            <p class="span">\(statement.from) to \(StatementWords.lastDay(statement))</p>
            \(note)<dl>
            \(Markup.joined(lines))</dl>
            </header>

            """
    }

    private var summary: Markup {
        var rows: [Markup] = [
            Self.sum("Fee", statement.fee.total), Self.sum("Extra hours", statement.extra.amount),
        ]
        if !statement.adjustments.isEmpty {
            rows.append(Self.sum("Adjustments for earlier cycles", statement.adjusted))
        }
        return Self.section(
            "total", "Total",
            Self.table(
                "total", rows: rows,
                foot: Self.sum(Self.sentence(StatementWords.due(statement)), statement.total)))
    }

    private var fee: Markup {
        let fee = statement.fee
        var rows = [Self.sum("Monthly fee", fee.monthly)]
        for upgrade in fee.upgrades {
            let words = Self.sentence(StatementWords.upgrade(upgrade))
            rows.append(
                "<tr><th scope=\"row\">\(foreign: words)</th><td>\(upgrade.fee)</td></tr>\n")
        }
        if fee.discount.minorUnits != 0 || fee.discountPercent != 0 {
            rows.append(
                Self.sum(
                    "Discount of \(fee.discountPercent)%, on the fee only",
                    StatementWords.negative(fee.discount)))
        }
        return Self.section(
            "fee", "Fee", Self.table("fee", rows: rows, foot: Self.sum("Fee to pay", fee.total)))
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
            return "<td>\(sign)\(figure.2)</td>"
        }
        let lines = StatementWords.grouping(statement).map {
            "<p>\(foreign: Self.sentence($0))</p>\n" as Markup
        }
        return Self.section(
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
        let heads = ["Service", "Level", "Package"] + (hasGroup ? ["Grouped"] : []) + ["Extra"]
        let rows = statement.work.map { line -> Markup in
            let grouped: Markup = hasGroup ? Self.cell(line.grouped) : ""
            return """
                <tr><th scope="row">\(foreign: line.title)</th><td>\(line.level.rawValue)</td>\
                \(Self.cell(line.package))\(grouped)\(Self.cell(line.extra))</tr>

                """
        }
        return Self.section(
            "work", "Work by service and level",
            rows.isEmpty
                ? "<p>No work was booked.</p>\n" : Self.table("work", heads: heads, rows: rows))
    }

    private var extra: Markup {
        let extra = statement.extra
        let words: Markup =
            extra.minutes == .zero
            ? "<p>None; an extra hour costs \(extra.rate).</p>\n"
            : "<p>\(extra.minutes) at \(extra.rate) an hour = <strong>\(extra.amount)</strong></p>\n"
        return Self.section("extra", "Extra hours", words)
    }

    private var adjustments: Markup {
        guard !statement.adjustments.isEmpty else { return "" }
        let rows = statement.adjustments.map { line -> Markup in
            """
            <tr><th scope="row" class="day">\(line.date)</th><td>\(line.cycle)</td>\
            <td>\(line.ticket)</td><td class="words">\(line.service), \(StatementWords.kind(line)): \
            \(foreign: line.reason)</td>\(Self.cell(line.settled))\(Self.cell(line.extra))\
            <td>\(line.amount)</td></tr>

            """
        }
        let heads = ["Day", "Cycle", "Ticket", "What and why", "Package", "Extra", "Amount"]
        return Self.section(
            "adjustments", "Adjustments for earlier cycles",
            Self.table("adjustments", heads: heads, words: ["What and why"], rows: rows))
    }

    private var tickets: Markup {
        let rows = statement.tickets.map { line -> Markup in
            """
            <tr><td>\(line.ticket)</td><th scope="row">\(foreign: line.subject)</th>\
            \(Self.cell(line.package))\(Self.cell(line.extra))</tr>

            """
        }
        return Self.section(
            "tickets", "Tickets worked on",
            rows.isEmpty
                ? "<p>None.</p>\n"
                : Self.table(
                    "tickets", heads: ["Ticket", "Subject", "Package", "Extra"],
                    words: ["Subject"], rows: rows))
    }

    /// The words with a capital at their beginning.
    static func sentence(_ words: String) -> String {
        words.prefix(1).uppercased() + words.dropFirst()
    }
}

/// The parts that the sections are made of.
extension StatementHTML {
    /// A page with nothing but itself: no scripts, nothing from elsewhere.
    static func document(title: Markup, body: Markup, footer: Markup) -> Markup {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <style>
        \(StatementHTMLStyle.sheet)</style>
        </head>
        <body>
        <main>
        \(body)</main>
        <footer>\(footer)</footer>
        </body>
        </html>

        """
    }

    /// A section under a heading.
    static func section(_ id: String, _ title: String, _ content: Markup) -> Markup {
        """
        <section>
        <h2 id="\(id)">\(title)</h2>
        \(content)</section>

        """
    }

    /// A table that the heading of its section names; figures keep to the right.
    static func table(
        _ id: String, heads: [String] = [], words: Set<String> = [], rows: [Markup],
        foot: Markup? = nil
    ) -> Markup {
        let cells = heads.enumerated().map { place, head -> Markup in
            let isWords = place == 0 && id != "tickets" || words.contains(head)
            return isWords
                ? "<th scope=\"col\" class=\"words\">\(head)</th>"
                : "<th scope=\"col\">\(head)</th>"
        }
        let head: Markup =
            heads.isEmpty ? "" : "<thead><tr>\(Markup.joined(cells))</tr></thead>\n"
        let feet: Markup = foot.map { "<tfoot>\n\($0)</tfoot>\n" } ?? ""
        return """
            <table aria-labelledby="\(id)">
            \(head)<tbody>
            \(Markup.joined(rows))</tbody>
            \(feet)</table>

            """
    }

    /// A row of words and an amount.
    static func sum(_ words: String, _ amount: Money) -> Markup {
        "<tr><th scope=\"row\">\(words)</th><td>\(amount)</td></tr>\n"
    }

    /// A cell with work; empty for none.
    private static func cell(_ minutes: Minutes) -> Markup {
        minutes == .zero ? "<td></td>" : "<td>\(minutes)</td>"
    }
}
