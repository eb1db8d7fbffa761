import SupportModel
import SupportWire

/// Answers `ticket.show`.
enum TicketShowHandler: ReadHandler {
    static func answer(_ request: TicketShow, _ desk: DeskView) throws -> TicketShow.Reply {
        let ticket = try desk.state.ticket(request.ticket)
        return TicketShow.Reply(
            ticket: TicketView(ticket), body: ticket.body,
            history: ticket.remarks.map(RemarkView.init),
            entries: desk.entryViews(ticket.entries.compactMap { desk.state.entries[$0] }),
            levelTitle: desk.settings.catalogue.words(of: ticket.level).title)
    }
}
