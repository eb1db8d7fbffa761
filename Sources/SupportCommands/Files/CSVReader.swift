import SupportModel
import SupportWire

/// Reads CSV strictly by RFC 4180, one record after the other.
///
/// Fields are separated by commas and may stand in quotes, which let them hold commas, line ends
/// and, doubled, quotes. A record ends with LF or CRLF. A byte order mark of UTF-8 at the beginning
/// is passed over, and so are empty lines. Everything else is a fault with its line and field: what
/// is guessed wrongly books hours wrongly.
package struct CSVReader {
    /// One record and where it begins.
    package struct Record: Hashable, Sendable {
        /// The line of the file, 1 for the first.
        package var line: Int
        /// At least one.
        package var fields: [String]
    }

    /// Why the text is not CSV, and where.
    package struct Fault: Error, Hashable, Sendable {
        /// The line of the file, 1 for the first, on which the record begins.
        package var line: Int
        /// The place of the field in its record, 0 for the first.
        package var field: Int
        /// What is wrong.
        package var why: String
        /// What would be right.
        package var hint: String
    }

    private let bytes: [UInt8]
    private var at: Int
    /// The line that `at` stands on.
    private var line = 1
    /// The line on which the record began that is being read.
    private var begin = 1

    /// A reader of a whole file.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next record; nil after the last. Of no more use after a fault.
    package mutating func next() throws(Fault) -> Record? {
        if at == 0, bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw fault(0, "the file is UTF-16", "save it as CSV in UTF-8")
        }
        while at < bytes.count {
            begin = line
            if takeLineEnd() { continue }
            var fields: [String] = []
            repeat {
                guard fields.count < FileLimits.columnsMax else {
                    throw fault(
                        fields.count, "the record has more than \(FileLimits.columnsMax) fields",
                        "see whether the file is CSV at all")
                }
                fields.append(try field(fields.count))
            } while takeComma()
            guard at == bytes.count || takeLineEnd() else {
                throw fault(
                    fields.count - 1, "a carriage return stands alone, without a line feed",
                    "end lines with LF or CRLF, or put the field into quotes")
            }
            return Record(line: begin, fields: fields)
        }
        return nil
    }

    private mutating func takeComma() -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { return false }
        at += 1
        return true
    }

    private mutating func takeLineEnd() -> Bool {
        guard at < bytes.count else { return false }
        if bytes[at] == 10 {
            at += 1
        } else if bytes[at] == 13, at + 1 < bytes.count, bytes[at + 1] == 10 {
            at += 2
        } else {
            return false
        }
        line += 1
        return true
    }

    private mutating func field(_ place: Int) throws(Fault) -> String {
        if at < bytes.count, bytes[at] == Self.quote { return try quoted(place) }
        let start = at
        while at < bytes.count, !Self.endsField(bytes[at]) {
            guard bytes[at] != Self.quote else {
                throw fault(
                    place, "a quote stands inside a field that is not quoted",
                    "put the whole field into quotes, and double the quotes in it")
            }
            at += 1
        }
        return try text(bytes[start..<at], place)
    }

    private mutating func quoted(_ place: Int) throws(Fault) -> String {
        at += 1
        var content: [UInt8] = []
        var start = at
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 10 { line += 1 }
            at += 1
            guard byte == Self.quote else { continue }
            content += bytes[start..<(at - 1)]
            guard at < bytes.count, bytes[at] == Self.quote else {
                guard at == bytes.count || Self.endsField(bytes[at]) else {
                    throw fault(
                        place, "something follows the quote that ends the field",
                        "end the field there, or double the quotes in it")
                }
                return try text(content[...], place)
            }
            // A doubled quote is one: the second begins the next piece.
            start = at
            at += 1
        }
        throw fault(
            place, "the quote that begins the field is never ended",
            "end the field with a quote, and double the quotes in it")
    }

    private func text(_ bytes: ArraySlice<UInt8>, _ place: Int) throws(Fault) -> String {
        guard !bytes.contains(0) else {
            throw fault(place, "the field holds a zero byte", "save the file as CSV in UTF-8")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw fault(place, "the field is not UTF-8", "save the file as CSV in UTF-8")
        }
        return text
    }

    private func fault(_ field: Int, _ why: String, _ hint: String) -> Fault {
        Fault(line: begin, field: field, why: why, hint: hint)
    }

    private static let quote = UInt8(ascii: "\"")

    /// A comma, or what begins a line's end.
    private static func endsField(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == 10 || byte == 13
    }
}

/// The rows of a CSV file: a header that names the columns, then a record a row.
struct CSVRows<Column: ImportColumn> {
    private var reader: CSVReader
    private var header: [String] = []

    /// Reads a file; what cannot be read is reported with its line and its column.
    static func read(_ bytes: [UInt8]) throws(FileMistakes) -> [ImportRow] {
        var file = CSVRows(reader: CSVReader(bytes))
        try file.readHeader()
        return try file.readRows()
    }

    private mutating func readHeader() throws(FileMistakes) {
        var mistakes = FileMistakes()
        guard let first = try record() else {
            mistakes.add(
                line: 1, "the file is empty", hint: "begin it with the names of its columns")
            throw mistakes
        }
        header = first.fields
        if header.count == 1, let other = header[0].first(where: { ";\t|".contains($0) }) {
            let mark = other == "\t" ? "a tab" : "`\(other)`"
            mistakes.add(
                line: first.line, "the columns are separated by \(mark)",
                hint: "separate them by commas: save the file as comma-separated CSV")
            throw mistakes
        }
        ColumnCheck<Column>.check(header, line: first.line, &mistakes)
        try mistakes.stop()
    }

    private mutating func readRows() throws(FileMistakes) -> [ImportRow] {
        var rows: [ImportRow] = []
        var mistakes = FileMistakes()
        while !mistakes.isFull, let record = try record(after: mistakes) {
            guard record.fields.count == header.count else {
                mistakes.add(
                    line: record.line,
                    "the record has \(Words.count(record.fields.count, "field")), the header "
                        + "\(header.count)",
                    hint: "give every record as many; put fields with commas into quotes")
                continue
            }
            var cells: [String: String] = [:]
            for (name, field) in zip(header, record.fields) where !field.isEmpty {
                // What only exports say is not sent: the desk passes it over anyway.
                if Column(rawValue: name)?.isReadOnly ?? true { continue }
                cells[name] = FormulaGuard.unguarded(field)
            }
            rows.append(ImportRow(line: record.line, cells: cells))
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
            mistakes.add(line: error.line, column: column, error.why, hint: error.hint)
            throw mistakes
        }
    }
}
