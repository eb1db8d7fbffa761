import SupportJSON
import SupportModel
import SupportWire

/// Which events one `log.list` asked for: those of a type, and those about a ticket or a client.
struct LogFilter: Sendable {
    private let type: String?
    private let ticket: Identifier<Ticket>?
    private let client: Name<Client>?
    /// What the events are about.
    let subjects: EventSubjects

    init(_ request: LogList, _ subjects: EventSubjects) {
        type = request.type
        ticket = request.ticket
        client = request.client
        self.subjects = subjects
    }

    /// Whether an event of a record is asked for.
    func matches(_ type: String, _ event: JSONValue, inRecord sequence: UInt64) -> Bool {
        if let wanted = self.type, !EventTypes.isMeant(type, by: wanted) { return false }
        if let ticket, !subjects.isAbout(ticket, type, event) { return false }
        guard let client else { return true }
        return subjects.client(type, event, inRecord: sequence) == client
    }
}
