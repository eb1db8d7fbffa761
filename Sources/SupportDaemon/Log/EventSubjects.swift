import SupportJSON
import SupportModel
import SupportWire

/// What the events of the log are about, and who caused them, as the desk knows it now.
///
/// An event names what it is about by one member only, such as its entry, contract or monitor; the
/// ticket and the client of that are read from the state.
struct EventSubjects: Sendable {
    private let state: State
    /// The staff that is bound to a Unix user, by that user.
    private let staffOfUsers: [String: Name<Staff>]

    /// - Parameter state: holds everything that an event of the log may name.
    init(_ state: State) {
        self.state = state
        let bound = state.staff.values.compactMap { member in
            member.user.map { ($0, member.name) }
        }
        staffOfUsers = Dictionary(bound, uniquingKeysWith: { first, _ in first })
    }

    /// The member of staff who connects as a user; nil for the desk and for other users.
    func staff(_ principal: Principal) -> Name<Staff>? {
        guard case .user(_, let name) = principal else { return nil }
        return staffOfUsers[name]
    }

    /// The ticket that an event is about, or that its entry was booked on.
    func ticket(_ type: String, _ event: JSONValue) -> Identifier<Ticket>? {
        if type == TicketOpened.type { return Self.number(event, "number") }
        return Self.number(event, "ticket")
            ?? Self.number(event, "entry").flatMap { state.entries[$0]?.ticket }
    }

    /// Whether an event is about a ticket, or about one that was merged into it.
    func isAbout(_ wanted: Identifier<Ticket>, _ type: String, _ event: JSONValue) -> Bool {
        let second: Identifier<Ticket>? =
            switch type {
            case TicketsLinked.type, TicketsUnlinked.type: Self.number(event, "to")
            case TicketMerged.type, TicketSplit.type: Self.number(event, "into")
            default: nil
            }
        return [ticket(type, event), second].compactMap(\.self)
            .contains { state.survivor(of: $0) == state.survivor(of: wanted) }
    }

    /// The client that an event names, or that has what it is about.
    ///
    /// - Parameter sequence: the event's record, because the name of a removed monitor may be
    ///   another's now.
    func client(
        _ type: String, _ event: JSONValue, inRecord sequence: UInt64
    ) -> Name<Client>? {
        if let named = event[member: "client"]?.string { return Name(named) }
        if let ticket = ticket(type, event), let found = state.tickets[ticket] {
            return found.client
        }
        if let contract: Identifier<Contract> = Self.number(event, "contract") {
            return state.contracts[contract]?.client
        }
        let monitor = event[member: "monitor"]?.string.flatMap { Name<Monitor>($0) }
        return monitor.flatMap { state.client(ofMonitor: $0, inRecord: sequence) }
    }

    /// The contract that an event names, or that pays for what it is about.
    func contract(_ type: String, _ event: JSONValue) -> Identifier<Contract>? {
        if type == ContractSigned.type { return Self.number(event, "number") }
        if let named: Identifier<Contract> = Self.number(event, "contract") { return named }
        if let entry: Identifier<TimeEntry> = Self.number(event, "entry") {
            return state.entries[entry]?.contract
        }
        return about(type, event)?.contract
    }

    /// The monitors that an event is about: the one that it names, and those whose tickets it is about.
    func monitors(_ type: String, _ event: JSONValue) -> [Name<Monitor>] {
        let named = event[member: "monitor"]?.string.flatMap { Name<Monitor>($0) }
        return [named, about(type, event)?.monitor].compactMap(\.self)
    }

    /// The levels that an event says of its ticket, else that which the ticket has now.
    func levels(_ type: String, _ event: JSONValue) -> [Level] {
        guard let ticket = about(type, event) else { return [] }
        let members =
            type == TicketLevelChanged.type ? ["from", "to"] : ["level"]
        let said = members.compactMap { event[member: $0]?.int.flatMap(Level.init(rawValue:)) }
        return said.isEmpty ? [ticket.level] : said
    }

    /// The person to whom an event says that its ticket is given, else who has the ticket now.
    func assignee(_ type: String, _ event: JSONValue) -> Name<Staff>? {
        let named = event[member: "assignee"]?.string.flatMap { Name<Staff>($0) }
        return named ?? about(type, event)?.assignee
    }

    private func about(_ type: String, _ event: JSONValue) -> Ticket? {
        ticket(type, event).flatMap { state.tickets[$0] }
    }

    private static func number<Thing>(
        _ event: JSONValue, _ member: String
    ) -> Identifier<Thing>? {
        event[member: member]?.int.flatMap { Identifier($0) }
    }
}

extension LoggedRecord {
    /// A record as the protocol shows it; nil when none of its events is asked for.
    init?(
        _ record: Record, _ subjects: EventSubjects, for permissions: Set<Permission>,
        matching filter: LogFilter = .all
    ) {
        let events = record.events.compactMap { event -> LoggedEvent? in
            let shown =
                permissions.contains(.access) ? event.body.redacted : event.body.withoutAccess
            let json = ReplyLine.encoded(Event(shown))
            let type = Swift.type(of: event.body).type
            guard let document = try? JSONDocument(json.bytes),
                filter.matches(type, document.root, of: record.stamp, subjects)
            else { return nil }
            return subjects.shown(
                type,
                permissions.contains(.seeMoney)
                    ? event.body.summary : event.body.summaryWithoutMoney,
                document.root, inRecord: record.stamp.sequence)
        }
        guard !events.isEmpty else { return nil }
        self.init(record.stamp, staff: subjects.staff(record.stamp.by), events: events)
    }
}

extension EventSubjects {
    /// An event as the protocol shows it, with what it is about.
    fileprivate func shown(
        _ type: String, _ summary: String, _ event: JSONValue, inRecord sequence: UInt64
    ) -> LoggedEvent {
        LoggedEvent(
            type: type, summary: summary,
            client: client(type, event, inRecord: sequence),
            ticket: ticket(type, event).flatMap { state.tickets[$0] }, stored: event)
    }
}
