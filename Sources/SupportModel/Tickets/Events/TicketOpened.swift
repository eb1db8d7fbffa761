/// A ticket was opened, by a person or by a monitor.
package struct TicketOpened: DeskEvent {
    package static let type = "ticket.opened"
    var number: Identifier<Ticket>
    var client: Name<Client>
    var contract: Identifier<Contract>?
    var level: Level
    var service: Name<Service>
    var subject: String
    var body: String
    var source: TicketSource
    var monitor: Name<Monitor>?

    package func apply(to state: inout State, _ stamp: Stamp) {
        state.tickets[number] = Ticket(
            number: number, client: client, contract: contract, level: level, service: service,
            subject: subject, body: body, source: source, monitor: monitor, state: .open,
            openedAt: stamp.at, openedBy: stamp.by, touched: false, remarks: [], entries: [],
            version: stamp.sequence)
        state.liveTickets.insert(number)
        state.lastTicket = max(state.lastTicket, number.number)
        if let monitor {
            state.monitors[monitor]?.ticket = number
        }
    }

    package var summary: String {
        "ticket \(number) opened for \(client), level \(level.rawValue): \(subject)"
    }
}
