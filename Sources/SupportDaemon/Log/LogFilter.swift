import SupportJSON
import SupportModel
import SupportWire

/// Which events one `log.list` asked for: those of a type, and those about a ticket or a client.
///
/// An event names what it is about by one member only, such as its entry, contract or monitor; the
/// ticket and the client of that are read from the state. Neither ever changes.
struct LogFilter: Sendable {
    private let type: String?
    private let ticket: Identifier<Ticket>?
    private let client: Name<Client>?
    private let state: State

    /// - Parameter state: holds everything that an event of the log may name, but removed monitors.
    init(_ request: LogList, _ state: State) {
        type = request.type
        ticket = request.ticket
        client = request.client
        self.state = state
    }

    /// Whether an event is asked for.
    func matches(_ type: String, _ event: JSONValue) -> Bool {
        if let wanted = self.type, !EventTypes.isMeant(type, by: wanted) { return false }
        if let ticket, self.ticket(type, event) != ticket { return false }
        if let client, self.client(type, event) != client { return false }
        return true
    }

    /// The ticket that an event is about, or that its entry was booked on.
    private func ticket(_ type: String, _ event: JSONValue) -> Identifier<Ticket>? {
        if type == TicketOpened.type { return Self.number(event, "number") }
        return Self.number(event, "ticket")
            ?? Self.number(event, "entry").flatMap { state.entries[$0]?.ticket }
    }

    /// The client that an event names, or that has what it is about.
    private func client(_ type: String, _ event: JSONValue) -> Name<Client>? {
        if let named = event[member: "client"]?.string { return Name(named) }
        if let ticket = ticket(type, event), let found = state.tickets[ticket] {
            return found.client
        }
        if let contract: Identifier<Contract> = Self.number(event, "contract") {
            return state.contracts[contract]?.client
        }
        let monitor = event[member: "monitor"]?.string.flatMap { Name<Monitor>($0) }
        return monitor.flatMap { state.monitors[$0]?.client }
    }

    private static func number<Thing>(
        _ event: JSONValue, _ member: String
    ) -> Identifier<Thing>? {
        event[member: member]?.int.flatMap { Identifier($0) }
    }
}
