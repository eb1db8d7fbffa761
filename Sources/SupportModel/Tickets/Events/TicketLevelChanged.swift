/// A ticket turned out to be more or less severe.
package struct TicketLevelChanged: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.level-changed"
    /// The ticket that was judged anew.
    var ticket: Identifier<Ticket>
    /// How severe it was thought to be (R3).
    var from: Level
    /// How severe it is.
    var to: Level
    /// Why; nil when nobody said.
    var reason: String?

    /// Sets the level; its entries keep whether they were an emergency.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let why = reason.map { ": \($0)" } ?? ""
        state.change(ticket, stamp, remark: "level \(from.rawValue) to \(to.rawValue)\(why)") {
            $0.level = to
        }
    }

    /// `ticket 12 level 3 to 1`.
    package var summary: String {
        "ticket \(ticket) level \(from.rawValue) to \(to.rawValue)"
    }
}
