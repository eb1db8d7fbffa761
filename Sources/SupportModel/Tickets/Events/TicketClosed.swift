/// A resolved ticket was filed.
package struct TicketClosed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.closed"
    /// The ticket that was filed.
    var ticket: Identifier<Ticket>

    /// Puts the ticket into `closed`.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: "closed") { $0.state = .closed }
    }

    /// `ticket 12 closed`.
    package var summary: String { "ticket \(ticket) closed" }
}
