import SupportModel
import SupportWire

/// Answers `time.import`.
enum TimeImportHandler: MutationHandler {
    static func command(_ request: TimeImport, _ desk: DeskView) throws -> ImportTime {
        ImportTime(rows: request.rows.map(ImportRow.init))
    }

    static func isDryRun(_ request: TimeImport) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: TimeImport, _ done: Done) throws -> TimeImport.Reply {
        let state = done.view.state
        let numbers = request.rows.compactMap { row in
            row.key.flatMap { state.entryNumber(importedAs: $0) }
        }
        // Numbers have no gaps, so those that are new are the last.
        let count = done.events.count { $0.body is TimeAdded }
        let before = (state.newestEntry?.number.number ?? 0) - count
        let added = numbers.filter { $0.number > before }
        let contracts = Set(added.compactMap { state.entries[$0]?.contract }).sorted()
        let accounts = contracts.map { (number: $0, hours: BookedHours(of: $0, done.view)) }
        let changes = accounts.compactMap { number, hours in
            AccountChangeView(
                hours.change(from: done.before, besides: added), of: number, told: done.told)
        }
        return TimeImport.Reply(
            added: added, unchanged: numbers.filter { $0.number <= before }, dryRun: done.isDryRun,
            // A contract whose last cycle has closed has no balance; the entries are booked.
            balances: accounts.compactMap { try? $0.hours.balance() },
            changes: changes.isEmpty ? nil : changes)
    }
}
