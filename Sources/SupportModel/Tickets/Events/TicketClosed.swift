/// A resolved ticket was filed.
package struct TicketClosed: DeskEvent {
    package static let type = "ticket.closed"
    var ticket: Identifier<Ticket>

    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: "closed") { $0.state = .closed }
    }

    package var summary: String { "ticket \(ticket) closed" }
}
