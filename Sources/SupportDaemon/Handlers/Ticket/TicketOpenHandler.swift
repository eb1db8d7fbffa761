import SupportModel
import SupportWire

/// Answers `ticket.open`.
enum TicketOpenHandler: MutationHandler {
    static func command(_ request: TicketOpen, _ desk: DeskView) throws -> OpenTicket {
        OpenTicket(
            client: request.client, level: request.level, subject: request.subject,
            service: request.service, body: request.body ?? "", contract: request.contract,
            onDemand: request.onDemand ?? false)
    }

    static func reply(_ request: TicketOpen, _ done: Done) throws -> TicketView {
        guard let ticket = done.view.state.newestTicket else {
            throw Refusal.unknown(.ticket, "")
        }
        return TicketView(ticket)
    }
}
