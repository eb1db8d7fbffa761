import SupportWire

/// Refused rows of a file in words.
enum RowErrorLines {
    /// `line 7, column date: 2026-13-01 … -> write a date …`.
    static func line(_ row: RowError) -> String {
        let column = row.column.map { ", column \($0)" } ?? ""
        let wayOut = row.wayOut.map { " -> \($0)" } ?? ""
        return PrintableText.line("line \(row.line)\(column): \(row.message)\(wayOut)")
    }
}
