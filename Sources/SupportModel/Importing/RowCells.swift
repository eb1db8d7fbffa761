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
package struct SeenKeys {
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
