import SupportModel
import SupportWire

/// Answers `ticket.reopen`.
enum TicketReopenHandler: MutationHandler {
    static func command(_ request: TicketReopen, _ desk: DeskView) throws -> ReopenTicket {
        ReopenTicket(ticket: request.ticket, reason: request.reason)
    }

    static func reply(_ request: TicketReopen, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}
