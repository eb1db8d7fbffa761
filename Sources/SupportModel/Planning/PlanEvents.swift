/// The estimate, the week or the due date of a ticket was set or removed (R12).
package struct TicketPlanned: DeskEvent {
    package static let type = "ticket.planned"
    package let ticket: Identifier<Ticket>
    /// The new estimate; nil for none.
    var estimate: Minutes?
    /// The Monday of its new week; nil for none.
    package var week: CivilDate?
    /// The new parts where its work takes several weeks; nil: all in `week`.
    package var parts: [WeekDraw]?
    /// The new date agreed with the client; nil for none.
    var due: CivilDate?

    /// The present plan of a ticket, to be changed.
    init(_ ticket: Ticket) {
        self.ticket = ticket.number
        estimate = ticket.estimate
        week = ticket.plannedWeek
        parts = ticket.plannedParts
        due = ticket.due
    }

    /// Stores the values; nil removes one.
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
