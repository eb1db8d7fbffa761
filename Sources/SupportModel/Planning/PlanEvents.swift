/// A ticket was given an estimate, a week or a date, or lost one (R12).
package struct TicketPlanned: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.planned"
    /// The ticket that was planned.
    package let ticket: Identifier<Ticket>
    /// How much work it is thought to be from now on; nil: nobody says.
    var estimate: Minutes?
    /// The Monday of its week from now on; nil: none.
    package var week: CivilDate?
    /// How its work is spread from now on, where it takes several weeks; nil: all in `week`.
    var parts: [WeekDraw]?
    /// The date agreed with the client from now on; nil: none.
    var due: CivilDate?

    /// The plan of a ticket as it stands, ready to be changed.
    init(_ ticket: Ticket) {
        self.ticket = ticket.number
        estimate = ticket.estimate
        week = ticket.plannedWeek
        parts = ticket.plannedParts
        due = ticket.due
    }

    /// Takes the three values over as they are; what is nil is taken away.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(ticket, stamp, remark: "planned: \(words)") {
            $0.estimate = estimate
            $0.plannedWeek = week
            $0.plannedParts = parts
            $0.due = due
        }
    }

    /// `ticket 12 planned: 6h in 2026-W48, due 2026-12-01`.
    package var summary: String { "ticket \(ticket) planned: \(words)" }

    private var words: String {
        let work = estimate?.description ?? "no estimate"
        let last = parts?.last.map { " to \(Week(containing: $0.monday))" } ?? ""
        let place = week.map { " in \(Week(containing: $0))\(last)" } ?? ", no week"
        return work + place + (due.map { ", due \($0)" } ?? "")
    }
}
