package import SupportModel

/// The words for what a file is refused for: every row with its line, column and rule.
extension WireError {
    static func rowsRefused(
        _ rows: [RowRefusal], _ refusedCount: Int, of count: Int
    ) -> WireError {
        let told = refusedCount > rows.count ? "; the first \(rows.count) are told" : ""
        return WireError(
            .refused, "rows-refused",
            "\(refusedCount) of \(count) rows \(refusedCount == 1 ? "was" : "were") refused, "
                + "so nothing was changed\(told)",
            wayOut: "mend the rows and import the whole file again",
            figures: ["refused": "\(refusedCount)", "rows": "\(count)"],
            errors: rows.map(RowError.init))
    }

    static func tablesRefused(
        _ file: String, _ tables: [RowRefusal], _ refusedCount: Int, of count: Int
    ) -> WireError {
        let told = refusedCount > tables.count ? "; the first \(tables.count) are told" : ""
        return WireError(
            .refused, "tables-refused",
            "\(refusedCount) of \(count) tables of \(file) "
                + "\(refusedCount == 1 ? "was" : "were") refused, so nothing was changed\(told)",
            wayOut: "mend the tables and apply the whole file again",
            figures: ["refused": "\(refusedCount)", "tables": "\(count)"],
            errors: tables.map(RowError.init))
    }

    static func importedOtherwise(_ it: ImportDifference) -> WireError {
        WireError(
            .conflict, "imported-otherwise",
            "the key \(it.key) made \(it.made), which has \(it.has) here; the row says \(it.row)",
            wayOut: "let the row say what \(it.made) says, change \(it.made) on the desk, "
                + "or give the row another key")
    }
}

extension RowError {
    /// What is told of a row that was refused.
    package init(_ row: RowRefusal) {
        let error = WireError(row.refusal)
        self.init(
            line: row.line, column: row.column, error: error.data.error, message: error.message,
            wayOut: error.data.wayOut)
    }
}
