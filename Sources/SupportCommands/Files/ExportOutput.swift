import SupportJSON
import SupportModel
import SupportWire

/// Writes the pages of an export to standard output as they come, in the form that is wanted.
///
/// On a terminal, which obeys control characters and turns the direction of writing, each field is
/// shown as in every table; a file or another program gets what is kept.
struct ExportOutput<Column: ExportColumn> {
    private let invocation: Invocation
    private let options: ReadOptions
    private let format: FileFormat
    /// What one JSON document can only hold at the end.
    private var kept: [RawJSON] = []

    init(_ invocation: Invocation, _ options: ReadOptions, _ format: FileFormat) {
        (self.invocation, self.options, self.format) = (invocation, options, format)
    }

    /// Writes what stands before the rows.
    func begin() throws {
        guard !options.json, !options.quiet, format == .csv else { return }
        try write(CSVText.record(Column.allCases.map(\.rawValue)))
    }

    /// Writes a page of rows: their numbers, their JSON as it came, and their cells.
    mutating func take(_ rows: [Column.Kind.Row], _ json: [JSONValue]) throws {
        if options.json {
            kept += json.map { RawJSON($0) }
        } else if options.quiet {
            try invocation.print(lines: rows.map(\.number.description))
        } else if format == .csv {
            let isShown = invocation.console.outputIsTerminal
            let records = rows.map { row in
                let fields = Column.allCases.map { $0.cell(row).csv }
                return CSVText.record(isShown ? fields.map(PrintableText.line) : fields)
            }
            try write(records.joined())
        } else {
            try write(rows.map(line).joined())
        }
    }

    /// Writes what stands after the rows; `name` is that of their list in a JSON document.
    func end(_ name: String) throws {
        guard options.json else { return }
        try invocation.print(document: AnswerDocument.of([name: kept]))
    }

    private func line(_ row: Column.Kind.Row) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        for column in Column.allCases { writer.member(column.rawValue, column.cell(row)) }
        writer.endObject()
        let json = writer.take()
        let shown = invocation.console.outputIsTerminal ? PrintableText.json(json) : json
        return String(decoding: shown, as: UTF8.self) + "\n"
    }

    private func write(_ text: String) throws {
        if !text.isEmpty { try invocation.console.write(Array(text.utf8)) }
    }
}

/// What an exported row says in one column.
enum ExportCell {
    case text(String)
    case number(Int)
    case flag(Bool)
    case nothing

    /// The text of what there is, or nothing.
    init(_ value: (some CustomStringConvertible)?) {
        self = value.map { .text($0.description) } ?? .nothing
    }

    /// The number of what there is, or nothing.
    init(number: Int?) {
        self = number.map { .number($0) } ?? .nothing
    }

    /// As CSV shows it, before it is quoted.
    var csv: String {
        switch self {
        case .text(let text): FormulaGuard.guarded(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .nothing: ""
        }
    }
}
