/// A ticket was given to somebody, or taken from everybody.
package struct TicketAssigned: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.assigned"
    /// The ticket that changed hands.
    var ticket: Identifier<Ticket>
    /// Nil: to nobody.
    var assignee: Name<Staff>?

    /// Sets the assignee; a live ticket becomes active with one and open without.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let words = assignee.map { "assigned to \($0)" } ?? "assigned to nobody"
        state.change(ticket, stamp, remark: words) { ticket in
            ticket.assignee = assignee
            if ticket.state.isLive { ticket.state = assignee == nil ? .open : .active }
        }
    }

    /// `ticket 12 assigned to petro`.
    package var summary: String { "ticket \(ticket) assigned to \(assignee?.text ?? "nobody")" }
}
