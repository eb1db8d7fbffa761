import SupportModel
import SupportWire

/// The form in which a statement was made, and so how it is laid out.
///
/// A statement that looks otherwise is another form with a number of its own and renderers of its
/// own: those of an older form are never changed, so that what a client was sent can be printed
/// again, byte for byte.
struct StatementForm {
    private let statement: StatementView

    /// Refuses a form that only a later release knows.
    init(of statement: StatementView) throws(WireError) {
        guard (Statement.formatRemade...Statement.formatNow).contains(statement.format) else {
            throw WireError(
                .refused, "statement-format",
                "the statement has form \(statement.format) and was made by a later release; "
                    + "supportc \(Release.version) knows forms up to \(Statement.formatNow)",
                wayOut: "use the supportc of that release, or --format json")
        }
        self.statement = statement
    }

    /// Shows it at a terminal.
    func show(on page: inout Page) { StatementScreen(statement: statement).show(on: &page) }

    /// As comma-separated values.
    var csv: String { StatementSheet(statement: statement).text }

    /// As a page of HTML.
    var html: String { StatementPaper(statement: statement).text }
}
