import SupportModel
import SupportWire

/// Answers `ticket.level`.
enum TicketLevelHandler: MutationHandler {
    static func command(_ request: TicketLevel, _ desk: DeskView) throws -> ChangeTicketLevel {
        ChangeTicketLevel(
            ticket: request.ticket, level: request.level, reason: request.reason)
    }

    static func reply(_ request: TicketLevel, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}
