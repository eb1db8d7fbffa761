import SupportModel
import SupportWire

/// Answers `ticket.import`.
enum TicketImportHandler: MutationHandler {
    static func command(_ request: TicketImport, _ desk: DeskView) throws -> ImportTickets {
        ImportTickets(rows: request.rows.map(ImportRow.init))
    }

    static func isDryRun(_ request: TicketImport) -> Bool { request.dryRun ?? false }

    static func reply(_ request: TicketImport, _ done: Done) throws -> TicketImport.Reply {
        let state = done.view.state
        let numbers = request.rows.compactMap { row in
            row.key.flatMap { state.ticketNumber(importedAs: $0) }
        }
        // Numbers have no gaps, so those that are new are the last.
        let count = done.events.count { $0.body is TicketOpened }
        let before = (state.newestTicket?.number.number ?? 0) - count
        return TicketImport.Reply(
            added: numbers.filter { $0.number > before },
            unchanged: numbers.filter { $0.number <= before }, dryRun: done.isDryRun)
    }
}
