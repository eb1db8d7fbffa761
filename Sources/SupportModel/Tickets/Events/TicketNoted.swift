/// Somebody wrote a note on a ticket.
package struct TicketNoted: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.noted"
    /// The ticket that was written on.
    var ticket: Identifier<Ticket>
    /// What was written, as it was.
    var text: String

    /// Adds the note to the ticket's history.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: text, isNote: true) { _ in }
    }

    /// `ticket 12 noted`; the note itself may be long and is left out.
    package var summary: String { "ticket \(ticket) noted" }
}
