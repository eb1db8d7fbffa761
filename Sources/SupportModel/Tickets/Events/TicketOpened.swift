/// A ticket was opened, by a person or by a monitor.
package struct TicketOpened: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "ticket.opened"
    /// The number that the ticket was given.
    var number: Identifier<Ticket>
    /// Who wants the work.
    var client: Name<Client>
    /// The contract that pays; nil on demand (R4).
    var contract: Identifier<Contract>?
    /// How severe it was said to be (R3).
    var level: Level
    /// What kind of work it wants (R2).
    var service: Name<Service>
    /// What it is about, in one line.
    var subject: String
    /// The whole story; may be empty.
    var body: String
    /// Whether a client or a monitor asked.
    var source: TicketSource
    /// The monitor that opened it; nil for a person's ticket.
    var monitor: Name<Monitor>?
    /// The key of the row that it was imported from; nil where it was not.
    var importKey: ImportKey?

    /// Adds the ticket, open and untouched, and ties it to the monitor that opened it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.put(
            Ticket(
                number: number, client: client, contract: contract, level: level, service: service,
                subject: subject, body: body, source: source, monitor: monitor, state: .open,
                openedAt: stamp.at, openedBy: stamp.by, touched: false, remarks: [], entries: [],
                version: stamp.sequence, importKey: importKey,
                openedLevel: importKey == nil ? nil : level), insteadOf: nil)
        if let importKey { state.importedTickets[importKey] = number }
        state.lastTicket = max(state.lastTicket, number.number)
        if let monitor {
            state.monitors[monitor]?.ticket = number
        }
    }

    /// `ticket 12 opened for acme, level 3: Search finds nothing`.
    package var summary: String {
        "ticket \(number) opened for \(client), level \(level.rawValue): \(subject)"
    }
}
