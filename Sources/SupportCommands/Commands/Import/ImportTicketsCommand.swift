import ArgumentParser
import SupportModel
import SupportWire

/// `supportc import tickets`.
struct ImportTicketsCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "tickets", abstract: "Open the tickets of a file, all or none.",
        discussion: """
            The columns are \(TicketColumn.readNames). A row whose key was imported before is left \
            alone.

            Example:
              supportc import tickets backlog.jsonl --dry-run
            """)

    @OptionGroup var file: ImportOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> TicketImport {
        try file.fitting(
            TicketImport(
                rows: try file.rows(of: TicketColumn.self, input), dryRun: file.rehearses))
    }

    func show(_ reply: TicketImport.Reply, on page: inout Page) {
        let what = ImportLines(
            "ticket", "tickets", did: "opened", would: "open", isDryRun: reply.dryRun)
        what.show(added: reply.added.map(\.number), unchanged: reply.unchanged.count, on: &page)
        if reply.dryRun { page.line(EntryLines.nothingChanged) }
    }

    func identifiers(_ reply: TicketImport.Reply) -> [String] {
        reply.dryRun ? [] : reply.added.map(\.description)
    }
}
