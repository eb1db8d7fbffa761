import SupportModel
import SupportWire

/// Answers `ticket.export`.
enum TicketExportHandler: ReadHandler {
    static func answer(_ request: TicketExport, _ desk: DeskView) throws -> TicketExport.Reply {
        let limit = try ListLimit(request.limit).count
        let contract = try request.contract.map { try desk.state.contract($0, at: desk.now).number }
        if let client = request.client { _ = try desk.state.client(client) }
        let days = try ExportDays(TicketExport.method, from: request.from, to: request.to)
        // Numbers have no gaps, so a page costs what it looks at, whatever stands before it.
        var number = request.after?.number ?? 0
        let last = desk.state.newestTicket?.number.number ?? 0
        var found: [ExportedTicket] = []
        // Bodies are long: a page ends before they make it more than a client takes.
        var room = LedgerLimits.exportBodyBytesMax
        while number < last, found.count < limit, room > 0 {
            number += 1
            guard let ticket = Identifier(number).flatMap({ desk.state.tickets[$0] }),
                contract == nil || ticket.contract == contract,
                request.client == nil || ticket.client == request.client,
                try days.isOpen || days.contains(desk.dayOpened(ticket))
            else { continue }
            room -= ticket.body.utf8.count
            found.append(ExportedTicket(ticket))
        }
        return TicketExport.Reply(
            tickets: found, next: number < last ? Identifier(number) : nil)
    }
}

extension DeskView {
    /// The day on which a ticket was opened where its client is.
    fileprivate func dayOpened(_ ticket: Ticket) throws -> CivilDate {
        try zone(state.client(ticket.client).zone).date(at: ticket.openedAt)
    }
}

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

/// Answers `time.export`.
enum TimeExportHandler: ReadHandler {
    static func answer(_ request: TimeExport, _ desk: DeskView) throws -> TimeExport.Reply {
        let limit = try ListLimit(request.limit).count
        let contract = try request.contract.map { try desk.state.contract($0, at: desk.now).number }
        if let client = request.client { _ = try desk.state.client(client) }
        let days = try ExportDays(TimeExport.method, from: request.from, to: request.to)
        // Numbers have no gaps, so a page costs what it looks at, whatever stands before it.
        var number = request.after?.number ?? 0
        let last = desk.state.newestEntry?.number.number ?? 0
        var found: [(entry: TimeEntry, ticket: Ticket)] = []
        while number < last, found.count < limit {
            number += 1
            guard let entry = Identifier(number).flatMap({ desk.state.entries[$0] }), entry.isLive,
                contract == nil || entry.contract == contract, days.contains(entry.date),
                let ticket = desk.state.tickets[entry.ticket],
                request.client == nil || ticket.client == request.client
            else { continue }
            found.append((entry, ticket))
        }
        let views = desk.entryViews(found.map(\.entry))
        return TimeExport.Reply(
            entries: zip(found, views).map { ExportedEntry($0.entry, of: $0.ticket, view: $1) },
            next: number < last ? Identifier(number) : nil)
    }
}

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

/// The days that an export is about, both ends included.
struct ExportDays {
    private let from: CivilDate?
    private let to: CivilDate?

    /// Refuses an end that lies before the beginning.
    init(_ method: String, from: CivilDate?, to: CivilDate?) throws(WireError) {
        if let from, let to, to < from {
            throw .badParameters(method, "to: \(to) is before \(from)")
        }
        self.from = from
        self.to = to
    }

    /// True when every day is meant.
    var isOpen: Bool { from == nil && to == nil }

    /// Whether a day is meant.
    func contains(_ day: CivilDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}

extension ImportRow {
    /// The model's form of a row.
    init(_ line: ImportLine) { self.init(line: line.line, cells: line.cells) }
}

extension ImportLine {
    /// The row's key; nil where it has none that could be one.
    var key: ImportKey? { cells["key"].flatMap { ImportKey($0) } }
}
