import SupportModel
import SupportWire

/// The rows of a CSV file: a header that names the columns, then a record a row.
struct CSVRows<Column: ImportColumn> {
    private var reader: CSVReader
    private var header: [String] = []

    /// Reads a file; what cannot be read is told with its line and its column.
    static func read(_ bytes: [UInt8]) throws(FileMistakes) -> [ImportLine] {
        var file = CSVRows(reader: CSVReader(bytes))
        try file.readHeader()
        return try file.readRows()
    }

    private mutating func readHeader() throws(FileMistakes) {
        var mistakes = FileMistakes()
        guard let first = try record() else {
            mistakes.add(
                line: 1, "the file is empty", wayOut: "begin it with the names of its columns")
            throw mistakes
        }
        header = first.fields
        if header.count == 1, let other = header[0].first(where: { ";\t|".contains($0) }) {
            let mark = other == "\t" ? "a tab" : "`\(other)`"
            mistakes.add(
                line: first.line, "the columns are separated by \(mark)",
                wayOut: "separate them by commas: save the file as comma-separated CSV")
            throw mistakes
        }
        ColumnCheck<Column>.check(header, line: first.line, &mistakes)
        try mistakes.stop()
    }

    private mutating func readRows() throws(FileMistakes) -> [ImportLine] {
        var rows: [ImportLine] = []
        var mistakes = FileMistakes()
        while !mistakes.isFull, let record = try record(after: mistakes) {
            guard record.fields.count == header.count else {
                mistakes.add(
                    line: record.line,
                    "the record has \(Words.count(record.fields.count, "field")), the header "
                        + "\(header.count)",
                    wayOut: "give every record as many; put fields with commas into quotes")
                continue
            }
            var cells: [String: String] = [:]
            for (name, field) in zip(header, record.fields) where !field.isEmpty {
                // What only exports say is not sent: the desk passes it over anyway.
                if Column(rawValue: name)?.isReadOnly ?? true { continue }
                cells[name] = FormulaGuard.unguarded(field)
            }
            rows.append(ImportLine(line: record.line, cells: cells))
            try mistakes.expectFewEnough(rows)
        }
        try mistakes.stop()
        return rows
    }

    /// The next record. After a fault there is none that could be trusted, so it ends the reading.
    private mutating func record(
        after mistakes: FileMistakes = FileMistakes()
    ) throws(FileMistakes) -> CSVReader.Record? {
        do {
            return try reader.next()
        } catch {
            var mistakes = mistakes
            let column = error.field < header.count ? header[error.field] : nil
            mistakes.add(line: error.line, column: column, error.why, wayOut: error.wayOut)
            throw mistakes
        }
    }
}
