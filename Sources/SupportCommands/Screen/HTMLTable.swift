import SupportModel

/// A table of a page, which the heading of its section names. Where the page is narrow,
/// each row stands as a block, and each figure behind the heading of its column.
struct HTMLTable {
    private let id: String
    private let columns: [Column]
    private var rows: [Markup] = []
    private var foot: Markup?

    /// A heading and what stands under it.
    struct Column {
        let title: String
        let isHead: Bool
        let style: String

        /// Words that say what the row is about.
        static func head(_ title: String) -> Column {
            Column(title: title, isHead: true, style: "words")
        }
        /// A day that says what the row is about.
        static func day(_ title: String) -> Column {
            Column(title: title, isHead: true, style: "day")
        }
        static func words(_ title: String) -> Column {
            Column(title: title, isHead: false, style: "words")
        }
        /// A drawn bar.
        static func bar(_ title: String) -> Column {
            Column(title: title, isHead: false, style: "bar")
        }
        /// Figures, which keep to the right.
        static func figure(_ title: String) -> Column {
            Column(title: title, isHead: false, style: "")
        }

        var heading: Markup {
            style.isEmpty
                ? "<th scope=\"col\">\(title)</th>"
                : "<th scope=\"col\" class=\"words\">\(title)</th>"
        }

        func cell(_ content: Markup) -> Markup {
            if isHead { return "<th scope=\"row\" class=\"\(style)\">\(content)</th>" }
            return style.isEmpty
                ? "<td data-label=\"\(title)\">\(content)</td>"
                : "<td class=\"\(style)\">\(content)</td>"
        }
    }

    /// A table without rows.
    init(_ id: String, _ columns: [Column]) {
        (self.id, self.columns) = (id, columns)
    }

    /// The section with the table, or with a sentence where it has no row; no section at all where
    /// there is no sentence.
    func section(_ title: Markup, none: Markup? = nil) -> Markup {
        guard rows.isEmpty else { return HTMLPage.section(id, title, markup) }
        return none.map { HTMLPage.section(id, title, "<p>\($0)</p>\n") } ?? ""
    }

    /// Adds a row with a cell for each column.
    mutating func row(_ cells: [Markup]) {
        let row = zip(columns, cells).map { $0.cell($1) }
        rows.append("<tr>\(Markup.joined(row))</tr>\n")
    }

    /// Sets the row below the others, which sums them up.
    mutating func sum(_ cells: [Markup]) {
        let row = zip(columns, cells).map { $0.cell($1) }
        foot = "<tfoot>\n<tr>\(Markup.joined(row))</tr>\n</tfoot>\n"
    }

    /// A cell with work; empty for none.
    static func work(_ minutes: Minutes) -> Markup {
        minutes == .zero ? "" : "\(minutes)"
    }

    var markup: Markup {
        """
        <table class="listed" aria-labelledby="\(id)">
        <thead><tr>\(Markup.joined(columns.map(\.heading)))</tr></thead>
        <tbody>
        \(Markup.joined(rows))</tbody>
        \(foot ?? "")</table>

        """
    }
}
