import SupportModel

/// What the pages of all reports have.
enum ReportHTML {
    /// A whole page: what it tells, its head, and sections.
    static func document(
        _ kind: String, _ report: some PeriodFigures, facts: [(String, Markup?)], _ body: Markup
    ) -> String {
        let client = report.clientTitle ?? report.client?.text
        let all: [(String, Markup?)] =
            [
                ("Client", report.client.map { "\($0)" }),
                ("Level", report.level.map { "\(ReportWords.level($0))" }),
            ] + facts + [("Made", "\(ReportWords.minute(report.at))")]
        let span = ReportWords.span(report)
        return HTMLPage.document(
            title: "\(kind), \(span): \(HTMLPage.undirected(client ?? "all clients"))",
            style: StatementHTMLStyle.sheet + ReportHTMLStyle.sheet,
            body: PlotPatterns.markup
                + HTMLPage.head(
                    kind: report.over ? kind : "\(kind), so far", client: client ?? "All clients",
                    span: span, note: ReportWords.note(report), all) + body,
            footer: "\(kind), \(span)"
        ).text
    }

    /// The main figures, each with its name and what is to be said of it.
    static func tiles(_ tiles: [(name: String, figure: String, words: String)]) -> Markup {
        let items = tiles.map { tile -> Markup in
            let words: Markup = tile.words.isEmpty ? "" : "<span>\(tile.words)</span>"
            return "<div><dt>\(tile.name)</dt><dd>\(tile.figure)\(words)</dd></div>\n"
        }
        return "<dl class=\"tiles\">\n\(Markup.joined(items))</dl>\n"
    }

    /// A section with a bar and figures for each line of work, and their sum.
    static func work(
        _ id: String, _ title: String, _ column: String, _ lines: [WorkLine], sum: WorkSum
    ) -> Markup {
        var table = HTMLTable(
            id,
            [
                .head(column), .bar("Share"), .figure("Entries"), .figure("Worked"),
                .figure("Counted"),
            ])
        let most = lines.map(\.work.billed.count).max() ?? 0
        for line in lines {
            table.row([
                "\(foreign: line.title)",
                PlotBar.bar([(line.work.billed.count, "in")], of: most),
                "\(line.work.entries)", "\(line.work.worked)", "\(line.work.billed)",
            ])
        }
        if lines.count > 1 {
            table.sum(["All", "", "\(sum.entries)", "\(sum.worked)", "\(sum.billed)"])
        }
        return table.section("\(title)", none: "No work was booked.")
    }

    /// A table that is folded in on a screen, and left out on paper.
    static func details(_ title: String, _ table: Markup) -> Markup {
        "<details>\n<summary>\(title)</summary>\n\(table)</details>\n"
    }
}

/// How the page of a report looks, on a screen and on paper, besides what all pages have.
///
/// The colours of levels differ in lightness too, and each has a pattern of its own, for people who do
/// not tell them apart and for printers without colour.
enum ReportHTMLStyle {
    /// The style sheet, after that of statements.
    static let sheet: Markup = """
        :root { --l1: #9c1f0c; --l2: #d98200; --l3: #3b8fc4; --l4: #8c96a0; --in: #1f5f8b; --out: #5f9fc9; --missed: #c2410c; }
        .defs { position: absolute; width: 0; height: 0; overflow: hidden; }
        .tiles { grid-template-columns: repeat(3, 1fr); gap: .75rem; margin: 1.5rem 0 0; }
        .tiles div { background: var(--box); padding: .6rem .8rem; break-inside: avoid; }
        .tiles dd { font-size: 1.6rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .tiles dd span { display: block; font-size: .8rem; color: var(--faint); }
        figure { margin: .4rem 0 .6rem; break-inside: avoid; }
        .plot { display: block; width: 100%; overflow: visible; }
        .plot text { font-size: 11px; fill: var(--faint); font-variant-numeric: tabular-nums; }
        .plot line { stroke: var(--line); }
        .plot line.base { stroke: var(--rule); }
        .l1 { fill: var(--l1); } .l2 { fill: url(#p2); } .l3 { fill: url(#p3); } .l4 { fill: var(--l4); }
        .in { fill: var(--in); } .out { fill: url(#p-out); } .missed { fill: url(#p-missed); }
        .c2 { fill: var(--l2); } .c3 { fill: var(--l3); } .c-out { fill: var(--out); } .c-missed { fill: var(--missed); } .cut { fill: var(--paper); fill-opacity: .75; }
        .track { fill: var(--box); }
        .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; margin: .3rem 0 .6rem; padding: 0; font-size: .85rem; }
        .legend li { display: flex; align-items: center; gap: .4rem; }
        .key { width: 1rem; height: .8rem; }
        .bar { min-width: 5rem; width: 22%; white-space: normal; vertical-align: middle; }
        .bar svg { display: block; width: 100%; height: .9rem; }
        details { margin: .2rem 0 0; font-size: .9rem; }
        summary { color: var(--accent); cursor: pointer; padding: .2rem 0; }
        .small { color: var(--faint); font-size: .85rem; }
        .listed tfoot th { text-align: left; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --l1: #ff8a70; --l2: #f0b04a; --l3: #5aa9de; --l4: #7d8a96; --in: #83bfe8; --out: #4f87ad; --missed: #ff9a5c; }
        }
        @media screen and (max-width: 34rem) {
          .tiles { grid-template-columns: repeat(2, 1fr); gap: .5rem; }
          .listed tfoot { display: block; }
          .listed tr { display: grid; grid-template-columns: 1fr 1fr; column-gap: 1.5rem; }
          .listed th, .listed td.bar { grid-column: 1 / -1; }
          .listed tfoot th, .listed tfoot td { border-top: 0; }
          .listed td.bar { display: block; width: auto; padding: .25rem 0; }
          .listed td.bar::before { display: none; }
        }
        @media print {
          details:not([open]) { display: none; }
          .tiles div { border: 1px solid var(--line); background: none; }
          .plot text { font-size: 9px; }
        }

        """
}
