import SupportModel
import SupportWire

/// Answers `ticket.resolve`.
enum TicketResolveHandler: MutationHandler {
    static func command(_ request: TicketResolve, _ desk: DeskView) throws -> ResolveTicket {
        ResolveTicket(ticket: request.ticket, note: request.note)
    }

    static func reply(_ request: TicketResolve, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}
