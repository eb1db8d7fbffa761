import SupportModel
import SupportWire

/// The methods of files that are imported and exported.
enum FileRoutes {
    static let all: [Route] = [
        .read(TicketExport.self, answer: ticketExport),
        .longChange(ImportTickets.self) { done in
            Imported(
                added: done.made.added, unchanged: done.made.unchanged, dryRun: done.isDryRun)
        },
        .read(TimeExport.self, answer: timeExport),
        .longChange(ImportTime.self, reply: booked),
    ]

    private static func booked(_ done: Done<ImportTime.Made>) -> ImportTime.Reply {
        let accounts = done.made.hours.sorted { $0.key < $1.key }.map {
            BookedHours($0.value, done.desk)
        }
        let changes = accounts.compactMap {
            AccountReply<AffectedContract>($0.effect, of: $0.contract.number)
        }
        return Joined(
            Imported(
                added: done.made.added, unchanged: done.made.unchanged, dryRun: done.isDryRun),
            // A contract whose last cycle has closed has no balance; the entries are booked.
            ImportedAccounts(
                balances: accounts.compactMap(\.balance), changes: changes,
                onDemand: done.made.onDemand.map(done.desk.due)))
    }

    private static func ticketExport(_ request: TicketExport, _ desk: DeskView) throws
        -> TicketExport.Reply
    {
        let (limit, contract, days) = try desk.bounds(of: request)
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
        return ExportPage(found, next: number < last ? Identifier(number) : nil)
    }

    private static func timeExport(_ request: TimeExport, _ desk: DeskView) throws
        -> TimeExport.Reply
    {
        let (limit, contract, days) = try desk.bounds(of: request)
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
        return ExportPage(
            zip(found, views).map { ExportedEntry($0.entry, of: $0.ticket, view: $1) },
            next: number < last ? Identifier(number) : nil)
    }
}

extension DeskView {
    /// How many rows an export wants at the most, of which contract and of which days; refused where
    /// the desk has no such contract or client.
    fileprivate func bounds<Kind>(
        of request: Export<Kind>
    ) throws -> (limit: Int, contract: Identifier<Contract>?, days: ExportDays) {
        let limit = try ListLimit(request.limit).count
        let contract = try request.contract.map { try state.contract($0, at: now).number }
        if let client = request.client { _ = try state.client(client) }
        let days = try ExportDays(Kind.method.name, from: request.from, to: request.to)
        return (limit, contract, days)
    }

    /// The day on which a ticket was opened where its client is.
    fileprivate func dayOpened(_ ticket: Ticket) throws -> CivilDate {
        try zone(state.client(ticket.client).zone).date(at: ticket.openedAt)
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
