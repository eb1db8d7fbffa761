import SupportModel

/// Writes CSV by RFC 4180: fields in quotes where they need them, lines ended with CRLF.
package enum CSVText {
    /// One record with its line's end.
    package static func record(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// Quotes a field that a reader would cut, some at semicolons and tabs, and one with blanks at an
    /// end, which some drop.
    private static func field(_ text: String) -> String {
        let cuts = "\n\r\",;\t".utf8
        let isPlain = text.utf8.allSatisfy { !cuts.contains($0) }
        guard !isPlain || text.first == " " || text.last == " " else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

/// A table of CSV whose rows fill few of its columns.
struct CSVTable: Sendable {
    private let columns: [String]
    /// The whole table: a record that names the columns, then the rows.
    private(set) var text: String

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
        text = CSVText.record(columns)
    }

    /// Adds a row: what stands in which column; the others are empty.
    mutating func row(_ cells: KeyValuePairs<String, Cell?>) {
        var row = [String](repeating: "", count: columns.count)
        for (column, cell) in cells {
            guard let place = columns.firstIndex(of: column), let cell else { continue }
            row[place] =
                switch cell {
                case .plain(let text): text
                case .foreign(let text): FormulaGuard.guarded(text)
                }
        }
        text += CSVText.record(row)
    }

    /// Adds a row for each item of a section of a statement that says something.
    mutating func items(of section: String, _ words: KeyValuePairs<String, Cell?>) {
        for (item, text) in words where text != nil {
            row(["section": .plain(section), "item": .plain(item), "text": text])
        }
    }

    /// Adds what an item of a section comes to, with the work where it is known.
    mutating func amount(
        of section: String, _ item: String, _ amount: Money, _ minutes: Minutes? = nil
    ) {
        row([
            "section": .plain(section), "item": .plain(item),
            "minutes": minutes.map { .plain("\($0.count)") }, "amount": .plain(amount.amount),
            "currency": .plain(amount.currency),
        ])
    }
}

/// Keeps a spreadsheet from taking text for a formula: the one guard of all that is written as CSV.
///
/// A ticket's subject is written by strangers, and a spreadsheet runs what begins with `=`, `+`, `-`
/// or `@`. A `'` is put before such a field, and an import takes one away again: a field that begins
/// with any number of `'` and then one of these gains or loses exactly one, so that every text comes
/// back as it was. JSON Lines need no guard and have none.
package enum FormulaGuard {
    /// The text as CSV shows it.
    package static func guarded(_ text: String) -> String {
        isFormula(text.unicodeScalars.drop { $0 == "'" }) ? "'" + text : text
    }

    /// The text that CSV shows.
    package static func unguarded(_ text: String) -> String {
        guard text.unicodeScalars.first == "'" else { return text }
        let rest = text.unicodeScalars.dropFirst()
        return isFormula(rest.drop { $0 == "'" }) ? String(rest) : text
    }

    /// Whether some program computes it, as OWASP's "CSV Injection" has it: full-width forms count,
    /// as some read them like the others, and blanks before are passed over.
    private static func isFormula(_ text: some Sequence<Unicode.Scalar>) -> Bool {
        let blanks: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{3000}"]
        let signs: Set<Unicode.Scalar> = [
            "=", "+", "-", "@", "|", "%", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}",
            "\u{FF20}", "\u{2212}",
        ]
        return text.first { !blanks.contains($0) }.map(signs.contains) ?? false
    }
}
