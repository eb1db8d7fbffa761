/// A table as comma-separated values (RFC 4180): lines end with CR LF, the first names the columns.
struct CommaSeparated: Sendable {
    private let columns: [String]
    private var lines: [String]

    /// What stands in a column.
    enum Cell: Sendable {
        /// A figure, a date or a word of ours.
        case plain(String)
        /// What others wrote: a spreadsheet must not take it for a formula.
        case foreign(String)
    }

    /// A table without rows.
    init(_ columns: [String]) {
        self.columns = columns
        lines = [columns.map(Self.quoted).joined(separator: ",")]
    }

    /// Adds a row: what stands in which column; the others are empty.
    mutating func row(_ cells: KeyValuePairs<String, Cell?>) {
        var row = [String](repeating: "", count: columns.count)
        for (column, cell) in cells {
            guard let place = columns.firstIndex(of: column), let cell else { continue }
            row[place] = Self.text(of: cell)
        }
        lines.append(row.joined(separator: ","))
    }

    /// The whole table.
    var text: String { lines.map { $0 + "\r\n" }.joined() }

    private static func text(of cell: Cell) -> String {
        switch cell {
        case .plain(let text): quoted(text)
        case .foreign(let text): quoted(FormulaGuard.shown(text))
        }
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains {
            $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" || $0 == ";" || $0 == "\t"
        }
        let isPadded = text.first == " " || text.last == " "
        guard needsQuotes || isPadded else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
