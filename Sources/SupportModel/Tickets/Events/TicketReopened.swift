/// A resolved or closed ticket wants work again.
package struct TicketReopened: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.reopened"
    /// The ticket that was taken up again.
    var ticket: Identifier<Ticket>
    /// Why, in one line.
    var reason: String

    /// Makes it live again, with its assignee if they are still on the desk.
    package func apply(to state: inout State, _ stamp: Stamp) {
        // Somebody who has left the desk since takes nothing up again.
        let assignee = state.tickets[ticket]?.assignee.flatMap { state.staff[$0]?.name }
        state.change(ticket, stamp, remark: "reopened: \(reason)") {
            $0.assignee = assignee
            $0.state = $0.assignee == nil ? .open : .active
            $0.resolvedAt = nil
        }
    }

    /// `ticket 12 reopened: it came back`.
    package var summary: String { "ticket \(ticket) reopened: \(reason)" }
}
