import SupportJSON
import SupportModel
import SupportWire

extension FileMistakes {
    /// Stops where there are more rows than one import takes.
    func expectFewEnough(_ rows: [ImportRow]) throws(FileMistakes) {
        guard rows.count > Limits.importRowsMax, let last = rows.last else { return }
        var mistakes = self
        mistakes.add(
            line: last.line, "the file has more than \(Limits.importRowsMax) rows",
            hint: "import it in several files; each is all or nothing")
        throw mistakes
    }
}

/// Holds the names of a header against the columns that there are.
enum ColumnCheck<Column: ImportColumn> {
    /// Notes unknown names, names that stand twice, and required ones that are missing.
    static func check(_ header: [String], line: Int, _ mistakes: inout FileMistakes) {
        var seen: Set<String> = []
        for name in header {
            if !seen.insert(name).inserted {
                mistakes.add(
                    line: line, column: name, "the column stands twice",
                    hint: "take one of them out")
            } else {
                checkName(name, line: line, &mistakes)
            }
        }
        for column in Column.allCases where column.isRequired && !seen.contains(column.rawValue) {
            mistakes.add(
                line: line, column: column.rawValue, "the column is missing",
                hint: "add it; the columns are \(Column.readNames)")
        }
    }

    /// Notes a name that is no column's.
    static func checkName(_ name: String, line: Int, _ mistakes: inout FileMistakes) {
        guard Column(rawValue: name) == nil else { return }
        let isEmpty = name.isEmpty
        mistakes.add(
            line: line, column: isEmpty ? nil : name,
            isEmpty ? "a column has no name" : "there is no such column",
            hint: "the columns are \(Column.readNames)")
    }
}

/// How a file of rows is written.
enum FileFormat: String, CaseIterable {
    case csv, jsonl

    /// What the name of a file says; nil where it says nothing.
    init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        switch fileName[fileName.index(after: dot)...].lowercased() {
        case "csv": self = .csv
        case "jsonl", "ndjson": self = .jsonl
        default: return nil
        }
    }
}

/// What the reader of files refuses to take, each tested at the limit and one past it.
package enum FileLimits {
    /// The most columns of a file.
    package static let columnsMax = 64
    /// The most mistakes of a file that are listed.
    package static let mistakesMax = 100
}

/// What is wrong with a file as a file, so that nothing of it was sent.
struct FileMistakes: Error {
    /// In the file's order; at most `FileLimits.mistakesMax`.
    private(set) var rows: [RowError] = []

    /// Whether no more mistakes are listed.
    var isFull: Bool { rows.count >= FileLimits.mistakesMax }

    /// Notes one.
    mutating func add(
        line: Int, column: String? = nil, _ message: String, hint: String? = nil
    ) {
        guard !isFull else { return }
        rows.append(
            RowError(
                line: line, column: column.map { String($0.prefix(64)) }, error: "malformed-file",
                message: message, hint: hint))
    }

    /// Stops here if there are any.
    func stop() throws(FileMistakes) {
        if !rows.isEmpty { throw self }
    }

    /// The error that lists them.
    func error(of name: String) -> WireError {
        WireError(
            .usage, "malformed-file", "\(name) cannot be read, so nothing was sent",
            hint: "mend the file and import it again", errors: rows)
    }
}
