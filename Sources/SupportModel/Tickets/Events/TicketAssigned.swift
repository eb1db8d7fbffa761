/// A ticket was given to somebody, or taken from everybody.
package struct TicketAssigned: DeskEvent {
    package static let type = "ticket.assigned"
    var ticket: Identifier<Ticket>
    /// Nil: to nobody.
    var assignee: Name<Staff>?

    package func apply(to state: inout State, _ stamp: Stamp) {
        let words = assignee.map { "assigned to \($0)" } ?? "assigned to nobody"
        state.change(ticket, stamp, remark: words) { ticket in
            ticket.assignee = assignee
            if ticket.state.isLive { ticket.state = assignee == nil ? .open : .active }
        }
    }

    package var summary: String { "ticket \(ticket) assigned to \(assignee?.text ?? "nobody")" }
}
