import SupportJSON
import SupportModel
import SupportWire

/// Which events a request for the log chooses; of several choices an event has to meet all.
///
/// What is chosen by a ticket's level or assignee follows what the event itself says, else the ticket
/// as it is when the event is read; by contract or monitor, either.
package struct LogFilter: Sendable {
    private let type: String?
    private let ticket: Identifier<Ticket>?
    private let client: Name<Client>?
    /// The contract of a reference, as it was resolved.
    let contract: Identifier<Contract>?
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

    /// Refuses a type and names that the desk does not know, of people those that `person` refuses;
    /// `me` is who asks.
    init(_ chosen: some EventChoosing, in state: State, at now: Instant, _ acting: Acting) throws {
        if let type = chosen.type { try Self.expectKnown(type) }
        type = chosen.type
        ticket = try chosen.ticket.map { try state.ticket($0).number }
        client = try chosen.client.map { try state.client($0).name }
        contract = try chosen.contract.map { try state.contract($0, at: now).number }
        monitor = try chosen.monitor.map { try state.monitorEver(named: $0) }
        level = chosen.level
        assignee = try chosen.assignee.map {
            try Self.person(try acting.person($0, .assignee), in: state)
        }
        staff = try chosen.staff.map {
            try Self.person(try acting.person($0, .staffName), in: state)
        }
        isOfAll = chosen.isOfAll
    }

    /// Anybody who is on the staff or may have been, as the journal keeps what people did who left;
    /// refuses only a name that is nearly that of somebody who is, and of whom no entry is.
    private static func person(_ name: Name<Staff>, in state: State) throws -> Name<Staff> {
        guard state.staff[name] == nil,
            NearestWord.to(name.text, among: state.staff.keys.map(\.text)) != nil,
            !state.entries.values.contains(where: { $0.staff == name })
        else { return name }
        return try state.member(name).name
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
        return assignee.map { subjects.assignee(type, event) == $0 } ?? true
    }
}
