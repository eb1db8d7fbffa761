import SupportModel

/// Holds the names of a header against the columns that there are.
enum ColumnCheck<Column: ImportColumn> {
    /// Notes unknown names, names that stand twice, and required ones that are missing.
    static func check(_ header: [String], line: Int, _ mistakes: inout FileMistakes) {
        var seen: Set<String> = []
        for name in header {
            if !seen.insert(name).inserted {
                mistakes.add(
                    line: line, column: name, "the column stands twice",
                    wayOut: "take one of them out")
            } else {
                checkName(name, line: line, &mistakes)
            }
        }
        for column in Column.allCases where column.isRequired && !seen.contains(column.rawValue) {
            mistakes.add(
                line: line, column: column.rawValue, "the column is missing",
                wayOut: "add it; the columns are \(Column.readNames)")
        }
    }

    /// Notes a name that is no column's.
    static func checkName(_ name: String, line: Int, _ mistakes: inout FileMistakes) {
        guard Column(rawValue: name) == nil else { return }
        let isEmpty = name.isEmpty
        mistakes.add(
            line: line, column: isEmpty ? nil : name,
            isEmpty ? "a column has no name" : "there is no such column",
            wayOut: "the columns are \(Column.readNames)")
    }
}
