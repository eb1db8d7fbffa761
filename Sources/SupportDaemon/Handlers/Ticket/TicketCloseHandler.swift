import SupportModel
import SupportWire

/// Answers `ticket.close`.
enum TicketCloseHandler: MutationHandler {
    static func command(_ request: TicketClose, _ desk: DeskView) throws -> CloseTicket {
        CloseTicket(ticket: request.ticket)
    }

    static func reply(_ request: TicketClose, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}
