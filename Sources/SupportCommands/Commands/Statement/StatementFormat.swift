/// How a statement is laid out.
enum StatementFormat: String, CaseIterable, Sendable {
    /// For people at a terminal.
    case table
    /// One JSON document, as `--json` prints it.
    case json
    /// One table for spreadsheets and programs.
    case csv
    /// One page to print or to send.
    case html
}
