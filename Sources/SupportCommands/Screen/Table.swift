import SupportModel
import SupportWire

/// Rows of cells under headings, each column as wide as its widest cell.
///
/// On a screen of people it fits the window: columns without a cell are left out, then those that
/// may go, and what is left is cut or goes on in further lines, as each `Column` says.
struct Table: Sendable {
    private let columns: [Column]
    private var rows: [[StyledText]] = []

    /// A table without rows.
    ///
    /// - Parameter name: what its golden file is called, which shows it at several widths.
    init(_ name: StaticString, _ columns: [Column]) {
        self.columns = columns
    }

    /// True when it has no rows.
    var isEmpty: Bool { rows.isEmpty }

    /// True when a cell holds a moment.
    var hasMoment: Bool { rows.contains { $0.contains(where: \.hasMoment) } }

    /// Adds a row; a cell that is missing is empty.
    mutating func row(_ cells: StyledText...) {
        rows.append(cells)
    }

    /// Adds a row whose cells depend on which columns there are.
    mutating func row(of cells: [StyledText]) {
        rows.append(cells)
    }

    /// The lines of the table, none of which ends with a blank.
    ///
    /// - Parameter indent: how many columns of the window are taken by what stands before it.
    func lines(on screen: Screen, indent: Int = 0) -> [StyledText] {
        let rows = rows.map { row in
            columns.indices.map { place in
                place < row.count ? row[place].inWords(screen.words) : ""
            }
        }
        let headings = columns.map { StyledText($0.title, .faint) }
        let widest = columns.indices.map { place in
            rows.reduce(headings[place].columns) { max($0, $1[place].columns) }
        }
        let fit = ColumnFit(
            columns, widest: widest,
            isEmpty: columns.indices.map { place in rows.allSatisfy { $0[place].isEmpty } },
            window: screen.window.map { max(1, $0.columns - indent) })
        return ([headings] + rows).flatMap { lines($0, fit) }.map { line in
            screen.window.map { line.cut(to: max(1, $0.columns - indent)) } ?? line
        }
    }

    /// The lines that a row takes: one, unless a cell goes on below.
    private func lines(_ cells: [StyledText], _ fit: ColumnFit) -> [StyledText] {
        let parts = fit.shown.map { place -> [StyledText] in
            let (cell, width) = (cells[place], fit.widths[place])
            guard cell.columns > width else { return [cell] }
            if case .wrapped = columns[place].shape { return cell.wrapped(to: width) }
            return [cell.cut(to: width)]
        }
        return (0..<(parts.map(\.count).max() ?? 0)).map { index in
            line(parts.map { index < $0.count ? $0[index] : "" }, fit)
        }
    }

    /// A line of cells, one for each shown column.
    private func line(_ cells: [StyledText], _ fit: ColumnFit) -> StyledText {
        var line = StyledText("")
        // Blanks that are owed only if something follows.
        var owed = 0
        for (cell, place) in zip(cells, fit.shown) {
            let spare = fit.widths[place] - cell.columns
            let isNumber = columns[place].isNumber
            if !cell.isEmpty {
                let blanks = owed + (isNumber ? spare : 0)
                line += StyledText(String(repeating: " ", count: blanks)) + cell
                owed = isNumber ? 0 : spare
            } else {
                owed += fit.widths[place]
            }
            owed += ColumnFit.gap
        }
        return line
    }
}

/// Refused rows or tables of a file in words.
enum RowErrorLines {
    /// The errors whose rows are tables of TOML and name keys, not columns.
    private static let ofTables: Set = ["tables-refused", "malformed-tables", "malformed-settings"]

    /// `line 7, column date: 2026-13-01 … -> write a date …`; of a table
    /// `line 7, contract[0].from: …`.
    static func line(_ row: RowError, of error: WireError) -> String {
        let word = ofTables.contains(error.data.error) ? "" : "column "
        let column = row.column.map { ", \(word)\($0)" } ?? ""
        let hint = row.hint.map { " -> \($0)" } ?? ""
        return PrintableText.line("line \(row.line)\(column): \(row.message)\(hint)")
    }
}
