import ArgumentParser
import SupportModel
import SupportWire

/// `supportc import time`.
struct ImportTimeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "time", abstract: "Book the time entries of a file, all or none.",
        discussion: """
            The columns are \(TimeColumn.readNames). A row whose key was imported before is left \
            alone.

            Example:
              supportc import time october.csv --dry-run
            """)

    @OptionGroup var file: ImportOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> TimeImport {
        try file.fitting(
            TimeImport(
                rows: try file.rows(of: TimeColumn.self, input), dryRun: file.rehearses))
    }

    func show(_ reply: TimeImport.Reply, on page: inout Page) {
        let what = ImportLines(
            "time entry", "time entries", did: "booked", would: "book", isDryRun: reply.dryRun)
        what.show(added: reply.added.map(\.number), unchanged: reply.unchanged.count, on: &page)
        for balance in reply.balances {
            page.line(
                "contract \(balance.contract), \(balance.client): \(BalanceLines.after(balance))")
            let change = reply.changes?.first { $0.contract == balance.contract }
            if let change { Self.show(change, on: &page) }
        }
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    private static func show(_ change: AccountChangeView, on page: inout Page) {
        page.facts([
            "  others": EntryLines.others(change), "  statement": EntryLines.statement(change),
        ])
        for notice in change.notices ?? [] { page.line(BalanceLines.notice(notice)) }
    }

    func identifiers(_ reply: TimeImport.Reply) -> [String] {
        reply.dryRun ? [] : reply.added.map(\.description)
    }
}
