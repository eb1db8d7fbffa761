/// The work of a ticket is done.
package struct TicketResolved: DeskEvent {
    package static let type = "ticket.resolved"
    var ticket: Identifier<Ticket>
    var note: String?

    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: note.map { "resolved: \($0)" } ?? "resolved") {
            $0.state = .resolved
            $0.resolvedAt = stamp.at
        }
    }

    package var summary: String { "ticket \(ticket) resolved" }
}
