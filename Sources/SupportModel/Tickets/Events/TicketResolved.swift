/// The work of a ticket is done.
package struct TicketResolved: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.resolved"
    /// The ticket whose work was done.
    var ticket: Identifier<Ticket>
    /// What was done; nil when nobody said.
    var note: String?

    /// Puts the ticket into `resolved`, from which the days to reopen it count.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: note.map { "resolved: \($0)" } ?? "resolved") {
            $0.state = .resolved
            $0.resolvedAt = stamp.at
        }
    }

    /// `ticket 12 resolved`.
    package var summary: String { "ticket \(ticket) resolved" }
}
