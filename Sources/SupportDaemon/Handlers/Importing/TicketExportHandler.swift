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
