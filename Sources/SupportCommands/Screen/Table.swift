import SupportModel
import SupportWire

/// Rows of cells under headings, each column as wide as its widest cell.
struct Table: Sendable {
    private let columns: [Column]
    private var rows: [[StyledText]] = []

    /// A heading, and to which side the cells under it keep.
    struct Column: Sendable {
        let title: String
        let isNumber: Bool

        /// A column of words, which begin below each other.
        static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
        /// A column of figures, which end below each other.
        static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    /// A table without rows.
    init(_ columns: [Column]) {
        self.columns = columns
    }

    /// True when it has no rows.
    var isEmpty: Bool { rows.isEmpty }

    /// Adds a row; a cell that is missing is empty.
    mutating func row(_ cells: StyledText...) {
        rows.append(cells)
    }

    /// Adds a row whose cells depend on which columns there are.
    mutating func row(of cells: [StyledText]) {
        rows.append(cells)
    }

    /// The lines of the table, none of which ends with a blank.
    var lines: [StyledText] {
        let all = [columns.map { StyledText($0.title, .faint) }] + rows
        let widths = columns.indices.map { index in
            all.map { index < $0.count ? $0[index].columns : 0 }.max() ?? 0
        }
        return all.map { line($0, widths) }
    }

    private func line(_ cells: [StyledText], _ widths: [Int]) -> StyledText {
        var line = StyledText("")
        // Blanks that are owed only if something follows.
        var owed = 0
        for (index, cell) in cells.prefix(columns.count).enumerated() {
            let spare = widths[index] - cell.columns
            let isNumber = columns[index].isNumber
            if !cell.isEmpty {
                let blanks = owed + (isNumber ? spare : 0)
                line += StyledText(String(repeating: " ", count: blanks)) + cell
                owed = isNumber ? 0 : spare
            } else {
                owed += widths[index]
            }
            owed += 2
        }
        return line
    }
}

/// Refused rows or tables of a file in words.
enum RowErrorLines {
    /// The errors whose rows are tables of TOML and name keys, not columns.
    private static let ofTables: Set = ["tables-refused", "malformed-tables"]

    /// `line 7, column date: 2026-13-01 … -> write a date …`; of a table
    /// `line 7, contract[0].from: …`.
    static func line(_ row: RowError, of error: WireError) -> String {
        let word = ofTables.contains(error.data.error) ? "" : "column "
        let column = row.column.map { ", \(word)\($0)" } ?? ""
        let hint = row.hint.map { " -> \($0)" } ?? ""
        return PrintableText.line("line \(row.line)\(column): \(row.message)\(hint)")
    }
}
