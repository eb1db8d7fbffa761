import SupportJSON
import SupportModel
import SupportWire

/// Writes the pages of an export to standard output as they come, in the form that is wanted.
///
/// On a terminal, which obeys control characters and turns the direction of writing, each field is
/// shown as in every table; a file or another program gets what is kept.
struct ExportOutput<Column: ImportColumn> {
    private let invocation: Invocation
    private let options: ReadOptions
    private let format: FileFormat
    /// What one JSON document can only hold at the end.
    private var kept: [RawJSON] = []

    init(_ invocation: Invocation, _ options: ReadOptions, _ format: FileFormat) {
        self.invocation = invocation
        self.options = options
        self.format = format
    }

    /// Writes what stands before the rows.
    func begin() throws {
        guard !options.json, !options.quiet, format == .csv else { return }
        try write(CSVText.record(Column.allCases.map(\.rawValue)))
    }

    /// Writes a page of rows: their numbers, their JSON as it came, and their cells.
    mutating func take<Row: ExportedRow>(
        _ rows: [Row], _ json: [JSONValue], cell: (Column, Row) -> ExportCell
    ) throws {
        if options.json {
            kept += json.map { RawJSON($0) }
        } else if options.quiet {
            try invocation.print(lines: rows.map(\.number.description))
        } else if format == .csv {
            let isShown = invocation.console.outputIsTerminal
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
        try invocation.print(document: writer.take())
    }

    private func line(_ cell: (Column) -> ExportCell) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        for column in Column.allCases { writer.member(column.rawValue, cell(column)) }
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

extension JSONWriter {
    /// A member of a JSON line; a cell that says nothing is left out.
    mutating func member(_ name: String, _ cell: ExportCell) {
        switch cell {
        case .text(let text):
            self.name(name)
            string(text)
        case .number(let number):
            self.name(name)
            int(number)
        case .flag(let flag):
            self.name(name)
            bool(flag)
        case .nothing: break
        }
    }
}

extension TicketColumn {
    /// What the column says of a ticket.
    func cell(_ exported: ExportedTicket) -> ExportCell {
        let ticket = exported.ticket
        return switch self {
        case .key: ExportCell(exported.key)
        case .client: ExportCell(ticket.client)
        // On another desk the number would mean another contract; `paid_by` says it to people.
        case .contract: .nothing
        case .onDemand: .flag(ticket.contract == nil)
        case .level: .number(ticket.level.rawValue)
        case .service: ExportCell(ticket.service)
        case .subject: ExportCell(ticket.subject)
        case .body: exported.body.isEmpty ? .nothing : .text(exported.body)
        case .ticket: .number(ticket.ticket.number)
        case .paidBy: ExportCell(number: ticket.contract?.number)
        case .state: ExportCell(ticket.state.rawValue)
        case .source: ExportCell(ticket.source.rawValue)
        case .assignee: ExportCell(ticket.assignee)
        case .openedAt: ExportCell(ticket.openedAt)
        case .openedBy: ExportCell(ticket.openedBy)
        case .resolvedAt: ExportCell(ticket.resolvedAt)
        }
    }
}

extension TimeColumn {
    /// What the column says of an entry.
    func cell(_ exported: ExportedEntry) -> ExportCell {
        let entry = exported.entry
        return switch self {
        case .key: ExportCell(exported.key)
        case .ticket: .number(entry.ticket.number)
        case .ticketKey: ExportCell(exported.ticketKey)
        case .date: ExportCell(entry.date)
        case .minutes: .number((entry.worked ?? entry.minutes).count)
        case .service: ExportCell(entry.service)
        case .note: ExportCell(entry.note)
        case .extra: .flag(exported.extraAllowed)
        case .agreedBy: ExportCell(entry.agreedBy)
        case .late: .flag(entry.lateReason != nil)
        case .reason: ExportCell(entry.reason ?? entry.lateReason)
        case .long:
            .flag((entry.worked ?? entry.minutes).count > Limits.plainEntryMinutesMax)
        case .entry: .number(entry.entry.number)
        case .client: ExportCell(exported.client)
        case .contract: ExportCell(number: entry.contract?.number)
        case .cycle: ExportCell(number: entry.cycle)
        case .packageMinutes: ExportCell(number: entry.fromPackage?.count)
        case .groupedMinutes: ExportCell(number: entry.grouped?.count)
        case .extraMinutes: ExportCell(number: entry.extra?.count)
        case .emergency: .flag(entry.emergency)
        case .bookedAt: ExportCell(entry.bookedAt)
        case .bookedBy: ExportCell(entry.bookedBy)
        }
    }
}
