/// A ticket turned out to be more or less severe.
package struct TicketLevelChanged: DeskEvent {
    package static let type = "ticket.level-changed"
    var ticket: Identifier<Ticket>
    var from: Level
    var to: Level
    var reason: String?

    package func apply(to state: inout State, _ stamp: Stamp) {
        let why = reason.map { ": \($0)" } ?? ""
        state.change(ticket, stamp, remark: "level \(from.rawValue) to \(to.rawValue)\(why)") {
            $0.level = to
        }
    }

    package var summary: String {
        "ticket \(ticket) level \(from.rawValue) to \(to.rawValue)"
    }
}
