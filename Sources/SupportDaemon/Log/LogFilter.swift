import SupportJSON
import SupportModel
import SupportWire

/// Which events a request for the log chooses; of several choices an event has to meet all.
///
/// What is chosen by a ticket's level, assignee, contract or monitor follows the ticket as it is when
/// the event is read, and what the event itself says.
package struct LogFilter: Sendable {
    private let type: String?
    private let ticket: Identifier<Ticket>?
    private let client: Name<Client>?
    private let contract: Identifier<Contract>?
    private let monitor: Name<Monitor>?
    private let level: OneOrMore<Level>?
    private let assignee: Name<Staff>?
    private let staff: Name<Staff>?
    /// Whether any event is meant.
    let isOfAll: Bool

    /// Any event.
    package static let all = LogFilter()

    private init() {
        (type, ticket, client, contract) = (nil, nil, nil, nil)
        (monitor, level, assignee, staff) = (nil, nil, nil, nil)
        isOfAll = true
    }

    /// Refuses a type and names that the desk does not know; `me` is who asks.
    init(_ chosen: some EventChoosing, in state: State, at now: Instant, _ acting: Acting) throws {
        if let type = chosen.type { try Self.expectKnown(type) }
        type = chosen.type
        ticket = try chosen.ticket.map { try state.ticket($0).number }
        client = try chosen.client.map { try state.client($0).name }
        contract = try chosen.contract.map { try state.contract($0, at: now).number }
        monitor = try chosen.monitor.map { try state.monitorEver(named: $0) }
        level = chosen.level
        assignee = try chosen.assignee.map {
            try state.member(try acting.person($0, .assignee)).name
        }
        staff = try chosen.staff.map { try state.member(try acting.person($0, .staffName)).name }
        isOfAll = chosen.isOfAll
    }

    /// Refuses a type, or a noun, that no event has.
    private static func expectKnown(_ wanted: String) throws {
        let types = EventTypes.all.map { $0.type }
        let nouns = Set(types.map { String($0.prefix { $0 != "." }) }).sorted()
        guard !types.contains(wanted), !nouns.contains(wanted) else { return }
        throw WireError.unknownEventType(
            wanted, nearest: NearestWord.to(wanted, among: nouns + types))
    }

    /// Whether an event of a record is chosen.
    func matches(
        _ type: String, _ event: JSONValue, of stamp: Stamp, _ subjects: EventSubjects
    ) -> Bool {
        if isOfAll { return true }
        if let wanted = self.type, !EventTypes.isMeant(type, by: wanted) { return false }
        if let staff, staff != stamp.acted?.staff ?? subjects.staff(stamp.by) { return false }
        if let ticket, !subjects.isAbout(ticket, type, event) { return false }
        if let client, subjects.client(type, event, inRecord: stamp.sequence) != client {
            return false
        }
        if let contract, subjects.contract(type, event) != contract { return false }
        if let monitor, !subjects.monitors(type, event).contains(monitor) { return false }
        if let level, !subjects.levels(type, event).contains(where: level.contains) {
            return false
        }
        return assignee.map { subjects.assignees(type, event).contains($0) } ?? true
    }
}
