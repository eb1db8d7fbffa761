import SupportJSON
package import SupportModel

/// A desk without disk or socket: a state, a clock that stands still until it is moved, and the
/// records of all that happened.
///
/// Closes due cycles around every command, as the daemon does.
package struct DeskFixture: Sendable {
    /// What the desk knows.
    package private(set) var state: State
    /// All that happened since the fixture was made.
    package private(set) var records: [Record] = []
    /// What the last command's decision said of a contract's hours; nil where it said nothing.
    package private(set) var lastHours: ChangedHours?
    /// The wall clock.
    package private(set) var now: Instant
    /// What new contracts are offered.
    package var catalogue = Catalogue.test
    /// The desk's defaults.
    package var policy = DeskPolicy()
    /// The contents of attachments that are stored.
    package var contents = StoredContents()
    /// The routes of notices and their texts.
    package var notices = NoticeRules()
    /// Where the desk finds time zones.
    package var calendar: any CivilCalendar = TestCalendar()

    /// A person at a terminal, who is the principal unless another is named.
    package static let person = Principal.user(uid: 1000, name: "ann")

    /// A desk at an instant, empty unless a state is given.
    package init(at now: Instant, state: State = State()) {
        self.now = now
        self.state = state
    }

    /// Moves the clock, settles, decides, and records the events, if there are any.
    @discardableResult
    package mutating func perform(
        _ command: some Command, at instant: Instant? = nil, by principal: Principal = person,
        acting: Acting = .owner, ifVersion: UInt64? = nil
    ) throws(Refusal) -> [Event] {
        try advance(to: instant ?? now)
        var context = context(by: principal, ifVersion: ifVersion)
        context.acting = acting
        let decision = try state.decide(command, in: context)
        lastHours = Self.hours(in: decision.made)
        record(decision.events, by: principal, acting)
        try settle()
        return decision.events
    }

    /// Signs a package for a client, with `mara` as the account manager.
    @discardableResult
    package mutating func sign(
        _ package: Name<PackageOffer>, from day: CivilDate, months: Int,
        for client: Name<Client> = "acme"
    ) throws(Refusal) -> [Event] {
        try perform(
            SignContract(
                client: client, package: package, from: day, months: months, manager: "mara"))
    }

    /// The hours that a decision names, wherever it keeps them; those in lists are left out.
    private static func hours(in made: Any) -> ChangedHours? {
        if let hours = made as? ChangedHours { return hours }
        let mirror = Mirror(reflecting: made)
        switch mirror.displayStyle {
        case .collection, .dictionary, .set: return nil
        default: return mirror.children.lazy.compactMap { hours(in: $0.value) }.first
        }
    }

    /// The desk as it would be after a command; this one stays as it is.
    package func preview(
        _ command: some Command, by principal: Principal = person
    ) throws(Refusal) -> DeskFixture {
        var copy = self
        try copy.perform(command, by: principal)
        return copy
    }

    /// Moves the clock and closes the cycles that have ended by then.
    package mutating func advance(to instant: Instant) throws(Refusal) {
        now = instant
        try settle()
    }

    /// Applies a record that was made elsewhere.
    package mutating func replay(_ record: Record) {
        state.apply(record)
        records.append(record)
    }

    /// What a decision rests on now.
    package func context(by principal: Principal = person, ifVersion: UInt64? = nil) -> Context {
        Context(
            now: now, by: principal, calendar: calendar, catalogue: catalogue, policy: policy,
            notices: notices, ifVersion: ifVersion, contents: contents)
    }

    /// Stores a content, and gives an attachment that has it.
    package mutating func attachment(
        _ name: String, _ digit: Character = "a", bytes: Int = 10, type: String = "text/plain"
    ) -> Attachment {
        guard let content = ContentHash(String(repeating: digit, count: 64)) else {
            preconditionFailure("\(digit) is not a digit")
        }
        contents.insert(content, bytes: bytes)
        return Attachment(content: content, name: name, type: type, bytes: bytes)
    }

    /// Records what is due of deadlines now, and has tickets on demand age, as a ledger does.
    package mutating func recordDeadlines() throws(Refusal) {
        defer { if state.clockDoubt == nil { state.age(until: now) } }
        while state.clockDoubt == nil, let alarm = state.alarms.first, alarm.at <= now {
            let events = try decided(MarkDeadlines())
            precondition(!events.isEmpty, "what is due is recorded")
            record(events, by: .desk)
        }
    }

    /// Takes the rules of deadlines, as a ledger does at its start and when they are changed.
    package mutating func take(_ rules: DeadlineRules) { state.take(rules) }

    /// The JSON of the whole state: equal for equal states.
    package var image: String { Self.image(of: state) }

    /// The JSON of a whole state.
    package static func image(of state: State) -> String {
        let bytes = (try? LineJSONEncoder.encode(StateImage(state))) ?? []
        precondition(!bytes.isEmpty, "every state can be written down")
        return String(decoding: bytes, as: UTF8.self)
    }

    package mutating func record(
        _ events: [Event], by principal: Principal, _ acting: Acting = .owner
    ) {
        guard !events.isEmpty else { return }
        var context = context(by: principal)
        context.acting = acting
        let stamp = state.nextStamp(context)
        replay(Record(stamp: stamp, events: events))
    }

    private mutating func settle() throws(Refusal) {
        while state.clockDoubt == nil, let boundary = state.boundaries.first, boundary.at <= now {
            guard let close = state.closing(boundary) else { return }
            let events = try decided(close)
            precondition(!events.isEmpty, "what is due closes")
            record(events, by: .desk)
        }
    }

    private func decided(_ command: some Command) throws(Refusal) -> [Event] {
        try state.decide(command, in: context(by: .desk)).events
    }
}
