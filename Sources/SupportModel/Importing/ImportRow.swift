/// One row of a file that is imported: the texts of its cells, unread, and where it stands.
package struct ImportRow: Codable, Hashable, Sendable {
    /// The line of the file on which the row begins, 1 for the first.
    package var line: Int
    /// The texts by the names of their columns. An empty one says nothing, like a missing one.
    package var cells: [String: String]

    package init(line: Int, cells: [String: String]) {
        self.line = line
        self.cells = cells
    }
}

/// The columns of one kind of file, in the order in which an export writes them.
package protocol ImportColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Whether only an export says it: an import passes over what the desk gives or works out
    /// itself, so that an exported file can be imported.
    var isReadOnly: Bool { get }
    /// Whether every file that is imported must have it.
    var isRequired: Bool { get }
}

extension ImportColumn {
    /// The columns that an import reads, as a list for people.
    package static var readNames: String { readColumns.joined(separator: ", ") }

    /// The columns that an import reads.
    static var readColumns: [String] { allCases.filter { !$0.isReadOnly }.map(\.rawValue) }
}

/// What another program calls a thing that was imported from it: the same key is never imported
/// twice.
///
/// One line of 1 to `Limits.importKeyBytesMax` bytes without control characters. Tickets and time
/// entries have keys of their own, so that a ticket and an entry may have the same.
package struct ImportKey: Hashable, Sendable, Comparable {
    /// The key as it was given.
    package let text: String

    /// What a key may be, for a person who gave another.
    package static var rule: String {
        "one line of 1 to \(Limits.importKeyBytesMax) bytes"
    }

    /// Nil when the text breaks the rule.
    package init?(_ text: String) {
        guard text.utf8.count <= Limits.importKeyBytesMax, PrintableText.isOneLine(text),
            !BoundedText.isBlank(text)
        else { return nil }
        self.text = text
    }

    /// The key under which an export shows a ticket that was never imported: `ticket:12`.
    package init(standingFor ticket: Identifier<Ticket>) { text = "ticket:\(ticket)" }

    /// The key under which an export shows an entry that was never imported: `entry:41`.
    package init(standingFor entry: Identifier<TimeEntry>) { text = "entry:\(entry)" }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// The ticket that the key stands for if it was exported here; nil for any other key.
    var exportedTicket: Identifier<Ticket>? { number(after: "ticket:").flatMap { Identifier($0) } }

    /// The entry that the key stands for if it was exported here; nil for any other key.
    var exportedEntry: Identifier<TimeEntry>? { number(after: "entry:").flatMap { Identifier($0) } }

    private func number(after kind: String) -> Int? {
        guard text.hasPrefix(kind) else { return nil }
        return Int(digits: text.dropFirst(kind.count))
    }
}

extension ImportKey: TextCodable {
    package var description: String { text }

    package static let expected = "an import key, \(Self.rule)"
}

/// Reads the cells of one row; what cannot be read is refused with the line and the column.
struct RowCells<Column: ImportColumn> {
    let line: Int
    private let cells: [Column: String]

    /// Takes a row apart; refused with a column that there is not.
    init(_ row: ImportRow) throws(RowRefusal) {
        line = row.line
        var cells: [Column: String] = [:]
        // In order of name, so that of two unknown columns always the same is told.
        for (name, text) in row.cells.sorted(by: { $0.key < $1.key }) {
            guard let column = Column(rawValue: name) else {
                throw RowRefusal(
                    line: row.line, column: String(name.prefix(64)),
                    refusal: .invalid(
                        .column, .row(.unknownColumn(known: Column.readColumns))))
            }
            if !text.isEmpty { cells[column] = text }
        }
        self.cells = cells
    }

    /// The text of a cell; nil when it is empty or missing.
    func text(_ column: Column) -> String? { cells[column] }

    /// The text of a cell that may not be empty.
    func required(_ column: Column) throws(RowRefusal) -> String {
        guard let text = cells[column] else {
            throw refusal(column, .empty(.required))
        }
        return text
    }

    /// What a cell says; nil when it is empty.
    func value<Value>(
        _ column: Column, _ wanted: WantedCell, _ read: (String) -> Value?
    ) throws(RowRefusal) -> Value? {
        guard let text = cells[column] else { return nil }
        guard let value = read(text) else {
            throw refusal(column, .unreadable(text, wanted))
        }
        return value
    }

    /// What a cell says that may not be empty.
    func required<Value>(
        _ column: Column, _ wanted: WantedCell, _ read: (String) -> Value?
    ) throws(RowRefusal) -> Value {
        _ = try required(column)
        guard let value = try value(column, wanted, read) else {
            throw refusal(column, .empty(.required))
        }
        return value
    }

    /// `yes` or `no`; an empty cell says no.
    func flag(_ column: Column) throws(RowRefusal) -> Bool {
        try value(column, .flag) { text -> Bool? in
            switch text {
            case "yes", "true": true
            case "no", "false": false
            default: nil
            }
        } ?? false
    }

    /// A name; nil when the cell is empty.
    func name<Subject>(_ column: Column) throws(RowRefusal) -> Name<Subject>? {
        try value(column, .name) { Name<Subject>($0) }
    }

    /// A number that a desk gave; nil when the cell is empty.
    func number<Subject>(_ column: Column) throws(RowRefusal) -> Identifier<Subject>? {
        try value(column, .number) { text in
            Int(digits: text).flatMap { Identifier<Subject>($0) }
        }
    }

    /// The key of the row.
    func key(_ column: Column) throws(RowRefusal) -> ImportKey {
        try required(column, .key) { ImportKey($0) }
    }

    /// A refusal of this row.
    func refusal(_ column: Column, _ rule: CellRule) -> RowRefusal {
        refusal(column, .invalid(.cell, .row(rule)))
    }

    /// A refusal of this row.
    func refusal(_ column: Column?, _ refusal: Refusal) -> RowRefusal {
        RowRefusal(line: line, column: column?.rawValue, refusal: refusal)
    }

}

/// The keys of one file and where each first stands.
struct SeenKeys {
    private var lines: [ImportKey: Int] = [:]

    /// Takes the key of a row; refused, naming both lines, where another row has it already.
    mutating func take<Column>(
        _ key: ImportKey, in cells: RowCells<Column>, _ column: Column
    ) throws(RowRefusal) {
        if let first = lines[key] {
            throw cells.refusal(column, .keyTaken(key, line: first))
        }
        lines[key] = cells.line
    }
}

extension [ImportRow] {
    /// Refuses more rows than one record can hold.
    func expectFewEnough() throws(Refusal) {
        guard count <= Limits.importRowsMax else {
            throw .invalid(.rows, .row(.tooManyRows(count)))
        }
    }
}
