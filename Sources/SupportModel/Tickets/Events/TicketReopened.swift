/// A resolved or closed ticket wants work again.
package struct TicketReopened: DeskEvent {
    package static let type = "ticket.reopened"
    var ticket: Identifier<Ticket>
    var reason: String

    package func apply(to state: inout State, _ stamp: Stamp) {
        // Somebody who has left the desk since takes nothing up again.
        let assignee = state.tickets[ticket]?.assignee.flatMap { state.staff[$0]?.name }
        state.change(ticket, stamp, remark: "reopened: \(reason)") {
            $0.assignee = assignee
            $0.state = $0.assignee == nil ? .open : .active
            $0.resolvedAt = nil
        }
    }

    package var summary: String { "ticket \(ticket) reopened: \(reason)" }
}
