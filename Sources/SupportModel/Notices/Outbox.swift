package import HashTreeCollections

/// The notices that the desk holds: those that are to be sent, the dead letters, and the last ones that
/// ended otherwise.
///
/// Bounded: what has ended is forgotten, oldest first, beyond `Limits.noticesEndedMax` and
/// `Limits.deadLettersMax`. Everything but `last` and `problems` is derived from the notices.
package struct Outbox: Sendable {
    /// All that are held, by number.
    package private(set) var notices: TreeDictionary<Identifier<Notice>, Notice> = [:]
    /// Those that wait to be sent, soonest due first.
    package private(set) var due = SortedByKey<Identifier<Notice>, NoticePlace>()
    /// How many wait to be sent or are being sent.
    package private(set) var liveCount = 0
    /// Those whose delivery was begun and whose result is not known.
    package private(set) var sending: TreeSet<Identifier<Notice>> = []
    /// The outages that were told, or are being told, by monitor, in the order of telling.
    package internal(set) var problems: TreeDictionary<Name<Monitor>, [ToldProblem]> = [:]
    /// Delivered and withdrawn ones, oldest first.
    private var ended = BoundedEnds(countMax: Limits.noticesEndedMax)
    /// Dead letters, oldest first.
    private var dead = BoundedEnds(countMax: Limits.deadLettersMax)
    /// The notice of each address that more may join.
    private(set) var open: TreeDictionary<NoticeAddress, Identifier<Notice>> = [:]
    /// The highest number assigned.
    var last = 0

    /// An outbox without notices.
    package init() {}

    /// How many dead letters are held.
    package var deadCount: Int { dead.count }

    /// The dead letters, oldest first.
    package var deadLetters: [Identifier<Notice>] { dead.numbers }

    /// Adds or replaces a notice, and forgets the oldest of those that have ended where they are too many.
    mutating func put(_ notice: Notice) {
        let old = notices.updateValue(notice, forKey: notice.number)
        last = max(last, notice.number.number)
        if let old { remove(old) }
        add(notice)
        for ends in [ended.surplus, dead.surplus] {
            guard let number = ends, let surplus = notices[number] else { continue }
            remove(surplus)
            notices[number] = nil
        }
    }

    /// Changes a notice; one that is not held stays so.
    mutating func change(
        _ number: Identifier<Notice>, _ stamp: Stamp, _ body: (inout Notice) -> Void
    ) {
        guard var notice = notices[number] else { return }
        body(&notice)
        notice.version = stamp.sequence
        put(notice)
    }

    private mutating func add(_ notice: Notice) {
        let end = EndedPlace(version: notice.version, number: notice.number)
        switch notice.state {
        case .pending: due.put(NoticePlace(notice), for: notice.number)
        case .sending: sending.insert(notice.number)
        case .delivered, .withdrawn: ended.insert(end)
        case .givenUp: dead.insert(end)
        }
        if !notice.state.isEnd { liveCount += 1 }
        if notice.isOpen { open[NoticeAddress(notice)] = notice.number }
    }

    private mutating func remove(_ notice: Notice) {
        let end = EndedPlace(version: notice.version, number: notice.number)
        switch notice.state {
        case .pending: due.put(nil, for: notice.number)
        case .sending: sending.remove(notice.number)
        case .delivered, .withdrawn: ended.remove(end)
        case .givenUp: dead.remove(end)
        }
        if !notice.state.isEnd { liveCount -= 1 }
        let address = NoticeAddress(notice)
        if open[address] == notice.number { open[address] = nil }
    }

    /// Notes that a problem is told; an earlier one of the same monitor to the same is replaced.
    mutating func note(_ problem: ToldProblem) {
        var told = problems[problem.monitor] ?? []
        told.removeAll { $0.route == problem.route && $0.recipient == problem.recipient }
        problems[problem.monitor] = told + [problem]
    }

    /// Forgets the told problems of a monitor that match.
    mutating func forget(_ monitor: Name<Monitor>, where matches: (ToldProblem) -> Bool) {
        let rest = (problems[monitor] ?? []).filter { !matches($0) }
        problems[monitor] = rest.isEmpty ? nil : rest
    }

    /// The notice that tells an address the end of a monitor's outage and has not ended itself; nil for
    /// none.
    func pendingEnd(
        of monitor: Name<Monitor>, _ route: Name<NoticeRoute>, _ recipient: String?
    ) -> Notice? {
        let live = due.elements.map(\.number) + sending
        return live.lazy.compactMap { notices[$0] }.filter { notice in
            notice.route == route && notice.recipient == recipient
                && notice.items.contains { $0.kind == .recovery && $0.monitor == monitor }
        }.max { $0.number < $1.number }
    }

    /// The notices that wait until another one is delivered.
    func waiting(for number: Identifier<Notice>) -> [Identifier<Notice>] {
        due.elements.compactMap { place in
            let waits = notices[place.number]?.items.contains { $0.after == number } ?? false
            return waits ? place.number : nil
        }
    }
}

/// The route and the recipient of notices, and whether they have to wait for open hours: what agrees in
/// these may be one notice.
struct NoticeAddress: Hashable, Sendable {
    var route: Name<NoticeRoute>
    var recipient: String?
    /// Whether it is about Levels 3 and 4 alone, which are not told at night.
    var isQuiet: Bool

    init(route: Name<NoticeRoute>, recipient: String?, isQuiet: Bool) {
        (self.route, self.recipient, self.isQuiet) = (route, recipient, isQuiet)
    }

    init(_ notice: Notice) {
        self.init(route: notice.route, recipient: notice.recipient, isQuiet: notice.isQuiet)
    }
}

extension Notice {
    /// Whether it waits for open hours: Levels 3 and 4 do.
    package var isQuiet: Bool { level.map { $0 >= .highPriority } ?? false }
}

/// When a notice is due.
package struct NoticePlace: Hashable, Comparable, Sendable {
    package let at: Instant
    /// When its wait began; a clock that shows less was set back.
    let since: Instant
    package let number: Identifier<Notice>

    init(_ notice: Notice) {
        (at, since, number) = (notice.dueAt, notice.waitsSince, notice.number)
    }

    package static func < (left: NoticePlace, right: NoticePlace) -> Bool {
        (left.at, left.number) < (right.at, right.number)
    }
}

/// The place of a notice that has ended, in the order of the records that ended them.
private struct EndedPlace: Hashable, Comparable, Sendable {
    /// The sequence number of the record.
    let version: UInt64
    let number: Identifier<Notice>

    static func < (left: EndedPlace, right: EndedPlace) -> Bool {
        (left.version, left.number) < (right.version, right.number)
    }
}

/// The notices that have ended in one way, and which of them is too many.
private struct BoundedEnds: Sendable {
    private var places = SortedRuns<EndedPlace>()
    /// How many there are.
    private(set) var count = 0
    /// How many are kept.
    let countMax: Int

    init(countMax: Int) { self.countMax = countMax }

    var numbers: [Identifier<Notice>] { places.elements.map(\.number) }

    /// The oldest one, where there are too many.
    var surplus: Identifier<Notice>? { count > countMax ? places.first?.number : nil }

    mutating func insert(_ place: EndedPlace) {
        places.insert(place)
        count += 1
    }

    mutating func remove(_ place: EndedPlace) {
        places.remove(place)
        count -= 1
    }
}

/// The notices in the content of a snapshot.
struct OutboxImage: Sendable, Codable {
    /// By number.
    var notices: [Notice]
    /// By monitor.
    var problems: [ToldProblem]
    /// The highest number assigned.
    var last: Int

    /// Nil for an outbox that never held a notice.
    init?(_ outbox: Outbox) {
        guard outbox.last > 0 else { return nil }
        notices = outbox.notices.values.sorted { $0.number < $1.number }
        problems = outbox.problems.keys.sorted().flatMap { outbox.problems[$0] ?? [] }
        last = outbox.last
    }
}

extension Outbox {
    /// The outbox of a snapshot.
    init(_ image: OutboxImage) {
        for notice in image.notices { put(notice) }
        for problem in image.problems { problems[problem.monitor, default: []].append(problem) }
        last = max(last, image.last)
    }
}
