import SupportModel
import SupportWire

/// Answers `ticket.assign`.
enum TicketAssignHandler: MutationHandler {
    static func command(_ request: TicketAssign, _ desk: DeskView) throws -> AssignTicket {
        AssignTicket(ticket: request.ticket, assignee: request.to)
    }

    static func reply(_ request: TicketAssign, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}
