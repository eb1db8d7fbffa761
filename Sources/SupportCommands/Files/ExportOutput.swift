import SupportJSON
import SupportModel

/// Writes the pages of an export to standard output as they come, in the form that is wanted.
///
/// On a terminal, which obeys control characters and turns the direction of writing, each field is
/// shown as in every table; a file or another program gets what is kept.
struct ExportOutput<Column: ImportColumn> {
    private let session: Session
    private let options: ReadOptions
    private let format: FileFormat
    /// What one JSON document can only hold at the end.
    private var kept: [RawJSON] = []

    init(_ session: Session, _ options: ReadOptions, _ format: FileFormat) {
        self.session = session
        self.options = options
        self.format = format
    }

    /// Writes what stands before the rows.
    func begin() throws {
        guard !options.json, !options.quiet, format == .csv else { return }
        try write(CSVText.record(Column.allCases.map(\.rawValue)))
    }

    /// Writes a page of rows: their numbers, their JSON as it came, and their cells.
    mutating func take<Row>(
        _ rows: [Row], _ json: [JSONValue], number: (Row) -> Int,
        cell: (Column, Row) -> ExportCell
    ) throws {
        if options.json {
            kept += json.map { RawJSON($0) }
        } else if options.quiet {
            try session.print(lines: rows.map { String(number($0)) })
        } else if format == .csv {
            let isShown = session.console.outputIsTerminal
            let records = rows.map { row in
                let fields = Column.allCases.map { cell($0, row).csv }
                return CSVText.record(isShown ? fields.map(PrintableText.line) : fields)
            }
            try write(records.joined())
        } else {
            try write(rows.map { row in line { cell($0, row) } }.joined())
        }
    }

    /// Writes what stands after the rows; `name` is that of their list in a JSON document.
    func end(_ name: String) throws {
        guard options.json else { return }
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("v", 1)
        writer.name(name)
        writer.beginArray()
        for json in kept { writer.raw(json) }
        writer.endArray()
        writer.endObject()
        try session.print(document: writer.take())
    }

    private func line(_ cell: (Column) -> ExportCell) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        for column in Column.allCases { writer.member(column.rawValue, cell(column)) }
        writer.endObject()
        let json = writer.take()
        let shown = session.console.outputIsTerminal ? PrintableText.json(json) : json
        return String(decoding: shown, as: UTF8.self) + "\n"
    }

    private func write(_ text: String) throws {
        if !text.isEmpty { try session.console.write(Array(text.utf8)) }
    }
}
