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
                        what: "the column", why: "is not one of those that are imported",
                        wayOut: "the columns are \(Column.readNames)"))
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
            throw refusal(column, "the cell", "is empty", "every row needs one")
        }
        return text
    }

    /// What a cell says; nil when it is empty. `wanted` says what would be right.
    func value<Value>(
        _ column: Column, _ wanted: String, _ read: (String) -> Value?
    ) throws(RowRefusal) -> Value? {
        guard let text = cells[column] else { return nil }
        guard let value = read(text) else {
            throw refusal(column, Self.quoted(text), "cannot be read", wanted)
        }
        return value
    }

    /// What a cell says that may not be empty.
    func required<Value>(
        _ column: Column, _ wanted: String, _ read: (String) -> Value?
    ) throws(RowRefusal) -> Value {
        _ = try required(column)
        guard let value = try value(column, wanted, read) else {
            throw refusal(column, "the cell", "is empty", "every row needs one")
        }
        return value
    }

    /// `yes` or `no`; an empty cell says no.
    func flag(_ column: Column) throws(RowRefusal) -> Bool {
        let wanted = "write yes or no"
        return try value(column, wanted) { text -> Bool? in
            switch text {
            case "yes", "true": true
            case "no", "false": false
            default: nil
            }
        } ?? false
    }

    /// A name; nil when the cell is empty.
    func name<Subject>(_ column: Column) throws(RowRefusal) -> Name<Subject>? {
        try value(column, "a name is \(Name<Subject>.rule)") { Name<Subject>($0) }
    }

    /// A number that a desk gave; nil when the cell is empty.
    func number<Subject>(_ column: Column) throws(RowRefusal) -> Identifier<Subject>? {
        try value(column, "write a whole number from 1") { text in
            text.isDecimalNumber ? Int(text).flatMap { Identifier<Subject>($0) } : nil
        }
    }

    /// The key of the row.
    func key(_ column: Column) throws(RowRefusal) -> ImportKey {
        try required(column, "a key is \(ImportKey.rule)") { ImportKey($0) }
    }

    /// A refusal of this row.
    func refusal(
        _ column: Column, _ what: String, _ why: String, _ wayOut: String
    ) -> RowRefusal {
        refusal(column, .invalid(what: what, why: why, wayOut: wayOut))
    }

    /// A refusal of this row.
    func refusal(_ column: Column?, _ refusal: Refusal) -> RowRefusal {
        RowRefusal(line: line, column: column?.rawValue, refusal: refusal)
    }

    /// A text in quotes, cut where it is long.
    private static func quoted(_ text: String) -> String {
        let head = text.prefix(40)
        return head.endIndex == text.endIndex ? "\"\(text)\"" : "\"\(head)…\""
    }
}
