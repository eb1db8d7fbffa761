package import SupportModel

/// The words for what an import refuses: every row with its line, column and rule.
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
