import SupportModel
import SupportWire

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
