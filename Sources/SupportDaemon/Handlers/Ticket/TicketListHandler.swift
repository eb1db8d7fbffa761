import SupportModel
import SupportWire

/// Answers `ticket.list`.
enum TicketListHandler: ReadHandler {
    static func answer(_ request: TicketList, _ desk: DeskView) throws -> TicketList.Reply {
        let limit = try ListLimit(request.limit)
        if let client = request.client { _ = try desk.state.client(client) }
        let isAny = request.all ?? false
        // Numbers have no gaps: newest first, without a list of all tickets that could match.
        var found: [Ticket] = []
        var number = desk.state.newestTicket?.number.number ?? 0
        while number > 0, found.count <= limit.count {
            defer { number -= 1 }
            guard let ticket = Identifier(number).flatMap({ desk.state.tickets[$0] }),
                request.client == nil || ticket.client == request.client,
                request.level == nil || ticket.level == request.level,
                request.assignee == nil || ticket.assignee == request.assignee,
                request.state.map({ ticket.state == $0 }) ?? (isAny || ticket.state.isLive)
            else { continue }
            found.append(ticket)
        }
        let (first, more) = limit.cut(found)
        return TicketList.Reply(tickets: first.map(TicketView.init), more: more)
    }
}
