import SupportModel
import SupportWire

extension TicketColumn {
    /// What the column says of a ticket.
    func cell(_ exported: ExportedTicket) -> ExportCell {
        let ticket = exported.ticket
        return switch self {
        case .key: ExportCell(exported.key)
        case .client: ExportCell(ticket.client)
        // On another desk the number would mean another contract; `paid_by` says it to people.
        case .contract: .nothing
        case .onDemand: .flag(ticket.contract == nil)
        case .level: .number(ticket.level.rawValue)
        case .service: ExportCell(ticket.service)
        case .subject: ExportCell(ticket.subject)
        case .body: exported.body.isEmpty ? .nothing : .text(exported.body)
        case .ticket: .number(ticket.ticket.number)
        case .paidBy: ExportCell(number: ticket.contract?.number)
        case .state: ExportCell(ticket.state.rawValue)
        case .source: ExportCell(ticket.source.rawValue)
        case .assignee: ExportCell(ticket.assignee)
        case .openedAt: ExportCell(ticket.openedAt)
        case .openedBy: ExportCell(ticket.openedBy)
        case .resolvedAt: ExportCell(ticket.resolvedAt)
        }
    }
}
