import SupportModel
import SupportWire

/// Answers `time.import`.
enum TimeImportHandler: MutationHandler {
    static func command(_ request: TimeImport, _ desk: DeskView) throws -> ImportTime {
        ImportTime(rows: request.rows.map(ImportRow.init))
    }

    static func isDryRun(_ request: TimeImport) -> Bool { request.dryRun ?? false }

    static func reply(_ request: TimeImport, _ done: Done) throws -> TimeImport.Reply {
        let state = done.view.state
        let numbers = request.rows.compactMap { row in
            row.key.flatMap { state.entryNumber(importedAs: $0) }
        }
        // Every event of this command is one entry more, and no other record came between.
        let before = (state.newestEntry?.number.number ?? 0) - done.events.count
        let added = numbers.filter { $0.number > before }
        let contracts = Set(added.compactMap { state.entries[$0]?.contract })
        return TimeImport.Reply(
            added: added, unchanged: numbers.filter { $0.number <= before }, dryRun: done.isDryRun,
            balances: try contracts.sorted().map { try done.view.balance(of: .number($0)) })
    }
}
