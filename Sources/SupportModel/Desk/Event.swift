/// Any event, with its type in its JSON: `{"type":"ticket.opened","number":12,…}`.
package struct Event: Sendable, Codable {
    /// What happened.
    package let body: any DeskEvent

    /// The event that a particular one is, ready to be recorded.
    package init(_ body: any DeskEvent) { self.body = body }

    private enum CodingKeys: CodingKey { case type }

    /// Fails for a type that this release does not know: a journal of a later one.
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

/// Something that happened. Applying it is total: what could be refused was refused before.
///
/// Events are the language of the journal: their members are kept for ever. A change of meaning is a
/// new event type; a new member must be optional.
package protocol DeskEvent: Codable, Sendable, Hashable {
    /// `noun.past-tense`, in the journal and in `supportc log`; never reused.
    static var type: String { get }
    /// Changes the state by what happened.
    func apply(to state: inout State, _ stamp: Stamp)
    /// One line for people: `ticket 12 opened for acme: Search finds nothing`.
    var summary: String { get }
    /// The event as callers receive it: the same, without ciphertext that only the desk may read.
    var redacted: any DeskEvent { get }
}

extension DeskEvent {
    /// Itself: most events hold nothing that a reader of the log may not see.
    package var redacted: any DeskEvent { self }
}

/// All events: each noun has a table of its own, to which a new one is added.
package enum EventTypes {
    /// Every type that this release can read.
    package static let all: [any DeskEvent.Type] =
        ClientEvents.all + StaffEvents.all + ContractEvents.all + TicketEvents.all
        + TimeEvents.all + MonitorEvents.all + CredentialEvents.all
        + [ClockDoubted.self, ClockTrusted.self, JournalDamaged.self]

    static let byName: [String: any DeskEvent.Type] = Dictionary(
        all.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
}

/// The kinds of thing that a caller can name and the desk may not know.
package enum Subject: String, Sendable, CaseIterable {
    case client, staff, package, service, contract, ticket, entry, monitor, zone, method, access,
        project
}

/// One decision as the journal keeps it: all its events happen, or none.
package struct Record: Sendable {
    /// When, by whom and as which record it was decided; all its events share it.
    package var stamp: Stamp
    /// At least one, in order.
    package var events: [Event]
    /// The answer that was given, where the request carried a key.
    package var answer: StoredAnswer?

    package init(stamp: Stamp, events: [Event], answer: StoredAnswer? = nil) {
        self.stamp = stamp
        self.events = events
        self.answer = answer
    }
}

/// How a record is read back; the store writes it, see `RecordText`.
extension Record: Decodable {
    private enum CodingKeys: CodingKey { case seq, at, by, events, answer }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        stamp = Stamp(
            sequence: try container.decode(UInt64.self, forKey: .seq),
            at: try container.decode(Instant.self, forKey: .at),
            by: try container.decode(Principal.self, forKey: .by))
        events = try container.decode([Event].self, forKey: .events)
        answer = try container.decodeIfPresent(StoredAnswer.self, forKey: .answer)
    }
}

/// A record in the making: commands are decided one after another on a copy of the state, so that
/// each sees what those before it would make happen, and all their events become one record or none.
///
/// For a list of which a person wants to hear every mistake at once, one that is refused is noted
/// and passed over, and the others are decided all the same; in the end the whole list is refused.
package struct RecordDraft {
    /// The desk as it would be after what has been decided so far.
    package private(set) var state: State
    /// All that would happen, in order.
    package private(set) var events: [Event] = []
    /// What was noted as refused, at most `Limits.rowRefusalsMax`.
    package private(set) var refused: [RowRefusal] = []
    /// How many were refused, those counted that were not noted.
    package private(set) var refusedCount = 0
    private let context: Context
    private let stamp: Stamp

    /// A draft on a state; the state itself stays as it is.
    package init(_ state: State, _ context: Context) {
        self.state = state
        self.context = context
        // The record's number is settled: nothing comes between the decision and the record.
        stamp = Stamp(sequence: state.sequence + 1, at: context.now, by: context.by)
    }

    /// Decides one more command; refused, it leaves the draft as it was.
    ///
    /// - Parameter mark: may complete an event by what the command does not know.
    @discardableResult
    package mutating func add<Step: Command>(
        _ command: Step, mark: (Event) -> Event = { $0 }
    ) throws(Refusal) -> Decision<Step.Made> {
        var decision = try command.decide(state, context)
        decision.events = decision.events.map(mark)
        for event in decision.events { event.body.apply(to: &state, stamp) }
        events += decision.events
        return decision
    }

    /// Decides one more command of whatever type; refused, it leaves the draft as it was.
    mutating func add(step: any Command) throws(Refusal) {
        func add(_ command: some Command) throws(Refusal) { _ = try self.add(command) }
        try add(step)
    }

    /// Notes that one of the list was refused: the record will not come about.
    package mutating func refuse(_ refusal: RowRefusal) {
        refusedCount += 1
        if refused.count < Limits.rowRefusalsMax { refused.append(refusal) }
    }

    /// The events of the whole list, or all that was refused of it.
    package func finished(of count: Int) throws(Refusal) -> [Event] {
        guard refused.isEmpty else {
            throw .rowsRefused(refused, refusedCount: refusedCount, of: count)
        }
        return events
    }
}
