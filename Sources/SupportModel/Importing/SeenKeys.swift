/// The keys of one file and where each first stands.
struct SeenKeys {
    private var lines: [ImportKey: Int] = [:]

    /// Takes the key of a row; refused, naming both lines, where another row has it already.
    mutating func take<Column>(
        _ key: ImportKey, in cells: RowCells<Column>, _ column: Column
    ) throws(RowRefusal) {
        if let first = lines[key] {
            throw cells.refusal(
                column, "the key \(key)", "stands on line \(first) already",
                "give every row a key of its own, or take one of the two out")
        }
        lines[key] = cells.line
    }
}

extension [ImportRow] {
    /// Refuses more rows than one record can hold.
    func expectFewEnough() throws(Refusal) {
        guard count <= Limits.importRowsMax else {
            throw .invalid(
                what: "the import", why: "has \(count) rows, more than \(Limits.importRowsMax)",
                wayOut: "import it in several files; each is all or nothing")
        }
    }
}
