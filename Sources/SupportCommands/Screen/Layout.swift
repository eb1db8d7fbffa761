/// A statement or a report in the forms in which it is shown, whichever kind it is.
protocol Layout {
    /// Shows it at a terminal.
    func show(on page: inout Page)
    /// As comma-separated values.
    var csv: String { get }
    /// As a page of HTML.
    var html: String { get }
}

/// How a statement or a report is laid out.
enum LayoutFormat: String, CaseIterable, Sendable {
    /// For people at a terminal.
    case table
    /// One JSON document, as `--json` prints it.
    case json
    /// One table for spreadsheets and programs.
    case csv
    /// One page to print or to send.
    case html
}
