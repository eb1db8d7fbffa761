import SupportModel
import SupportWire

/// Answers `ticket.list`.
enum TicketListHandler: ReadHandler {
    static func answer(_ request: TicketList, _ desk: DeskView) throws -> TicketList.Reply {
        let limit = try ListLimit(request.limit)
        if let client = request.client { _ = try desk.state.client(client) }
        let isAny = request.all ?? false
        let tickets = desk.state.tickets.values.filter { ticket in
            (request.client == nil || ticket.client == request.client)
                && (request.level == nil || ticket.level == request.level)
                && (request.assignee == nil || ticket.assignee == request.assignee)
                && (request.state.map { ticket.state == $0 } ?? (isAny || ticket.state.isLive))
        }
        let (first, more) = limit.cut(tickets.sorted { $0.number > $1.number })
        return TicketList.Reply(tickets: first.map(TicketView.init), more: more)
    }
}
