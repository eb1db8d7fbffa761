/// Somebody wrote a note on a ticket.
package struct TicketNoted: DeskEvent {
    package static let type = "ticket.noted"
    var ticket: Identifier<Ticket>
    var text: String

    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: text, isNote: true) { _ in }
    }

    package var summary: String { "ticket \(ticket) noted" }
}
