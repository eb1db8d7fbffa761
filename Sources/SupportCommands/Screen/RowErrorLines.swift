import SupportWire

/// Refused rows or tables of a file in words.
enum RowErrorLines {
    /// The errors whose rows are tables of TOML and name keys, not columns.
    private static let ofTables: Set = ["tables-refused", "malformed-tables"]

    /// `line 7, column date: 2026-13-01 … -> write a date …`; of a table
    /// `line 7, contract[0].from: …`.
    static func line(_ row: RowError, of error: WireError) -> String {
        let word = ofTables.contains(error.data.error) ? "" : "column "
        let column = row.column.map { ", \(word)\($0)" } ?? ""
        let wayOut = row.wayOut.map { " -> \($0)" } ?? ""
        return PrintableText.line("line \(row.line)\(column): \(row.message)\(wayOut)")
    }
}
