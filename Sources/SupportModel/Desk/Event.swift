/// Any event, with its type in its JSON: `{"type":"ticket.opened","number":12,…}`.
package struct Event: Sendable, Codable {
    /// What happened.
    package let body: any DeskEvent

    /// Wraps a particular event, to be recorded.
    package init(_ body: any DeskEvent) { self.body = body }

    private enum CodingKeys: CodingKey { case type }

    /// Throws for a type that this release does not have: a journal of a later release.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let name = try container.decode(String.self, forKey: .type)
        guard let type = EventTypes.byName[name] else {
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: container,
                debugDescription: "this release knows no event \"\(name)\"")
        }
        body = try type.init(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type(of: body).type, forKey: .type)
        try body.encode(to: encoder)
    }
}

/// A change of the state as it is stored. Applying it cannot fail: everything that can be refused
/// is refused before.
///
/// Events are the format of the journal: their members are kept for ever. A change of meaning is a
/// new event type; a new member must be optional.
package protocol DeskEvent: Codable, Sendable, Hashable {
    /// `noun.past-tense`, in the journal and in `supportc log`; never reused.
    static var type: String { get }
    /// Applies the event to the state.
    func apply(to state: inout State, _ stamp: Stamp)
    /// One line for people: `ticket 12 opened for acme: Search finds nothing`.
    var summary: String { get }
    /// The same without amounts of money.
    var summaryWithoutMoney: String { get }
    /// The event as callers receive it: the same, without ciphertext that only the desk may read.
    var redacted: any DeskEvent { get }
    /// The same for callers who may not see access data.
    var withoutAccess: any DeskEvent { get }
    /// Whether a daemon does something when it is recorded, besides applying it.
    static var hasConsequences: Bool { get }
}

extension DeskEvent {
    /// The event itself, as most events hold nothing that readers of the log may not see.
    package var redacted: any DeskEvent { self }
    /// The redacted event, as most hold no access data.
    package var withoutAccess: any DeskEvent { redacted }
    /// False, as most events are only applied.
    package static var hasConsequences: Bool { false }
    /// The summary itself, as hardly any tells an amount.
    package var summaryWithoutMoney: String { summary }
}

/// All events: each noun has a table of its own, to which new events are added.
package enum EventTypes {
    /// Every type that this release can read.
    package static let all: [any DeskEvent.Type] =
        ClientEvents.all + StaffEvents.all + ContractEvents.all + TicketEvents.all
        + AttachmentEvents.all + TimeEvents.all + MonthEvents.all + MonitorEvents.all
        + CredentialEvents.all
        + NoticeEvents.all + MailEvents.all
        + [ClockDoubted.self, ClockTrusted.self, JournalDamaged.self]

    /// Whether an event of a type is meant by a name: its own, or a noun, its part before the dot.
    /// `contract` means also what happens to the contract's cycles.
    package static func isMeant(_ type: String, by name: String) -> Bool {
        type == name || type.hasPrefix(name + ".")
            || name == "contract" && ofContracts.contains(type)
    }

    private static let ofContracts = Set(
        (ContractEvents.all + [HoursGrouped.self, HoursUngrouped.self]).map { $0.type })

    static let byName: [String: any DeskEvent.Type] = Dictionary(
        all.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
}

/// The kinds of thing that a caller can name and that may not exist.
package enum Subject: String, Sendable, CaseIterable {
    case client, staff, package, service, contract, ticket, entry, monitor, zone, method, access,
        project, attachment, notice, route, mail
}

/// One decision as the journal keeps it: all its events are applied, or none.
package struct Record: Sendable {
    /// When, by whom and as which record it was decided; all its events share it.
    package var stamp: Stamp
    /// At least one, in order.
    package var events: [Event]
    /// The answer that was given, where the request carried a key.
    package var answer: StoredAnswer?

    package init(stamp: Stamp, events: [Event], answer: StoredAnswer? = nil) {
        (self.stamp, self.events, self.answer) = (stamp, events, answer)
    }
}

/// How a record is read back; the store writes it, see `RecordText`.
extension Record: Decodable {
    private enum CodingKeys: CodingKey { case seq, at, by, staff, role, events, answer }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let staff = try container.decodeIfPresent(Name<Staff>.self, forKey: .staff)
        let capacity = try container.decodeIfPresent(Capacity.self, forKey: .role)
        stamp = Stamp(
            sequence: try container.decode(UInt64.self, forKey: .seq),
            at: try container.decode(Instant.self, forKey: .at),
            by: try container.decode(Principal.self, forKey: .by),
            acted: capacity.map { ActedAs(staff: staff, capacity: $0) })
        events = try container.decode([Event].self, forKey: .events)
        answer = try container.decodeIfPresent(StoredAnswer.self, forKey: .answer)
    }
}

/// A record under construction: commands are decided one after another on a copy of the state, so
/// that each is decided on the result of those before it, and all their events become one record or
/// none.
///
/// To report every mistake of a list at once, a refused command is noted and skipped, and the
/// others are still decided; in the end the whole list is refused.
package struct RecordDraft {
    /// The state after what has been decided so far.
    package private(set) var state: State
    /// The events so far, in order.
    package private(set) var events: [Event] = []
    /// The refusals that were noted, at most `Limits.rowRefusalsMax`.
    package private(set) var refused: [RowRefusal] = []
    /// How many were refused, those that were not noted included.
    package private(set) var refusedCount = 0
    private let context: Context
    private let stamp: Stamp

    /// A draft on a state; the state itself is not changed.
    package init(_ state: State, _ context: Context) {
        (self.state, self.context) = (state, context)
        // The record's number is known: no other record can come between the decision and this one.
        stamp = state.nextStamp(context)
    }

    /// Decides one more command; a refusal leaves the draft unchanged.
    ///
    /// - Parameter mark: may add to an event what the command does not have.
    @discardableResult
    package mutating func add<Step: Command>(
        _ command: Step, mark: (Event) -> Event = { $0 }
    ) throws(Refusal) -> Decision<Step.Made> {
        let decision = try command.following(state).decide(state, context)
        take(decision.events, mark)
        return decision
    }

    /// Books one more entry, as `add` does.
    ///
    /// - Parameter earlier: the change of the contract's hours by the draft's earlier bookings; the
    ///   result contains it.
    mutating func book(
        _ command: AddTime, after earlier: consuming ChangedHours?,
        mark: (Event) -> Event = { $0 }
    ) throws(Refusal) -> EntryChange {
        let decision = try command.following(state).decide(state, context, after: earlier)
        take(decision.events, mark)
        return decision.made
    }

    private mutating func take(_ decided: [Event], _ mark: (Event) -> Event) {
        let decided = decided.map(mark)
        for event in decided { event.body.apply(to: &state, stamp) }
        events += decided
    }

    /// Decides one more command of any type; a refusal leaves the draft unchanged.
    mutating func add(step: any Command) throws(Refusal) {
        func add(_ command: some Command) throws(Refusal) { _ = try self.add(command) }
        try add(step)
    }

    /// Notes that one of the list was refused, so that the record will not be made.
    package mutating func refuse(_ refusal: RowRefusal) {
        refusedCount += 1
        if refused.count < Limits.rowRefusalsMax { refused.append(refusal) }
    }

    /// The events of the whole list; throws the refusals if there are any.
    package func finished(of count: Int) throws(Refusal) -> [Event] {
        guard refused.isEmpty else {
            throw .rowsRefused(refused, refusedCount: refusedCount, of: count)
        }
        return events
    }
}
