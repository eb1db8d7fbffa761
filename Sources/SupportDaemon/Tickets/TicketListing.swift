import SupportModel
import SupportWire

/// A page of a list of tickets. It costs what it answers where an index serves what is asked for, and else
/// goes through the live tickets, or through all where resolved ones are asked for too.
struct TicketListing {
    private let filter: TicketFilter
    private let order: TicketOrder
    /// The last ticket of the page before; nil for the first page.
    private let after: Ticket?
    private let state: State
    private let countMax: Int

    /// Up to so many tickets are looked up and sorted; of more, an index in the order is gone through.
    private static let sortedCountMax = 2_000

    /// Refuses names that the desk does not know, and what does not go together.
    init(_ request: TicketList, in desk: DeskView, countMax: Int) throws {
        filter = try TicketFilter(request, in: desk)
        order = request.sort ?? .newest
        after = try request.after.map { try desk.state.ticket($0) }
        (state, self.countMax) = (desk.state, countMax)
    }

    /// The tickets, in order.
    func page() -> [Ticket] {
        let live = state.liveTickets
        guard filter.isOfLiveOnes else { return pageOfAll() }
        let candidates = filter.candidates(in: live)
        if order == .newest { return take(newest(candidates)) }
        if order == .oldest { return take(oldest(candidates)) }
        if candidates.count <= Self.sortedCountMax { return sorted(candidates.elements) }
        switch order {
        case .level: return take(Level.allCases.map { Array(live.of($0).elements) }.joined())
        case .client: return take(live.clients.lazy.flatMap { live.of($0).descending })
        case .assignee:
            let known: [Name<Staff>?] = live.assignees + [nil]
            return take(known.lazy.flatMap { live.of(assignee: $0).descending })
        case .week:
            let planned = live.planned.elements.lazy.map(\.ticket)
            return take(planned, then: live.all) { live.planned[key: $0] == nil }
        case .due:
            let due = live.due.elements.lazy.map(\.ticket)
            return take(due, then: live.all) { live.due[key: $0] == nil }
        case .newest, .oldest: return []
        }
    }

    private func pageOfAll() -> [Ticket] {
        let last = state.newestTicket?.number.number ?? 0
        let numbers = (0..<last).lazy
        switch order {
        case .newest: return take(numbers.compactMap { Identifier(last - $0) })
        case .oldest: return take(numbers.compactMap { Identifier($0 + 1) })
        default: return sorted(numbers.compactMap { Identifier($0 + 1) })
        }
    }

    private func newest(_ numbers: TicketNumbers) -> AnySequence<Identifier<Ticket>> {
        after.map { AnySequence(numbers.descending(before: $0.number)) }
            ?? AnySequence(numbers.descending)
    }

    private func oldest(_ numbers: TicketNumbers) -> AnySequence<Identifier<Ticket>> {
        after.map { AnySequence(numbers.elements(after: $0.number)) }
            ?? AnySequence(numbers.elements)
    }

    /// The first that match of tickets that are in order.
    private func take(
        _ numbers: some Sequence<Identifier<Ticket>>,
        where isMeant: (Identifier<Ticket>) -> Bool = { _ in true }
    ) -> [Ticket] {
        var found: [Ticket] = []
        for number in numbers where isMeant(number) {
            guard found.count < countMax else { break }
            if let ticket = state.tickets[number], isAsked(ticket) { found.append(ticket) }
        }
        return found
    }

    /// The same, where those without a place come last.
    private func take(
        _ placed: some Sequence<Identifier<Ticket>>, then all: TicketNumbers,
        where isUnplaced: (Identifier<Ticket>) -> Bool
    ) -> [Ticket] {
        let first = take(placed)
        guard first.count < countMax else { return first }
        let rest = take(all.elements, where: isUnplaced)
        return first + rest.prefix(countMax - first.count)
    }

    private func sorted(_ numbers: some Sequence<Identifier<Ticket>>) -> [Ticket] {
        let found = numbers.compactMap { state.tickets[$0] }.filter { isAsked($0) }
        return Array(found.sorted { order.precedes($0, $1, in: state) }.prefix(countMax))
    }

    private func isAsked(_ ticket: Ticket) -> Bool {
        if let after, !order.precedes(after, ticket, in: state) { return false }
        return filter.matches(ticket)
    }
}

/// Which tickets a list asks for.
struct TicketFilter {
    private let request: TicketList
    private let assignee: Name<Staff>?
    private let words: WordPrefixes?
    private let due: DueBefore?

    /// Refuses names that the desk does not know, and what does not go together.
    init(_ request: TicketList, in desk: DeskView) throws {
        let method = TicketList.method.name
        if let client = request.client { _ = try desk.state.client(client) }
        assignee = try request.assignee.map { try desk.member($0, .assignee) }
        if request.unassigned ?? false, request.assignee != nil {
            throw WireError.badParameters(method, "unassigned does not go with assignee")
        }
        words = try request.search.map { text in
            guard let words = WordPrefixes(text) else {
                throw WireError.badParameters(method, "search: give 1 to 16 words")
            }
            return words
        }
        due = request.dueBefore.map { DueBefore(day: $0, desk: desk) }
        self.request = request
    }

    /// Whether no resolved or closed ticket matches.
    var isOfLiveOnes: Bool {
        if let state = request.state {
            return TicketState.allCases.filter(state.contains).allSatisfy(\.isLive)
        }
        return !(request.all ?? false)
    }

    /// The fewest live tickets among which all that match are.
    func candidates(in live: LiveTickets) -> TicketNumbers {
        var found = [live.all]
        if let client = request.client { found.append(live.of(client)) }
        if let level = request.level {
            let levels = Level.allCases.filter(level.contains)
            if levels.count == 1 { found += levels.map(live.of) }
        }
        if assignee != nil || request.unassigned ?? false {
            found.append(live.of(assignee: assignee))
        }
        return found.min { $0.count < $1.count } ?? live.all
    }

    /// Whether a ticket is asked for.
    func matches(_ ticket: Ticket) -> Bool {
        if let client = request.client, ticket.client != client { return false }
        if let level = request.level, !level.contains(ticket.level) { return false }
        if let assignee, ticket.assignee != assignee { return false }
        if request.unassigned ?? false, ticket.assignee != nil { return false }
        if let state = request.state {
            guard state.contains(ticket.state) else { return false }
        } else if !(request.all ?? false), !ticket.state.isLive {
            return false
        }
        if let due, !due.holds(ticket) { return false }
        return words?.match(ticket) ?? true
    }
}

/// Whether tickets are due before a day begins where they are worked on.
private final class DueBefore {
    private let day: DayReference
    private let desk: DeskView
    /// When the day begins in each zone that was asked for.
    private var starts: [ZoneName: Instant?] = [:]

    init(day: DayReference, desk: DeskView) { (self.day, self.desk) = (day, desk) }

    func holds(_ ticket: Ticket) -> Bool {
        guard let due = desk.state.liveTickets.due[key: ticket.number]?.value,
            let zone = try? desk.state.zone(of: ticket)
        else { return false }
        let start = starts[zone] ?? begin(in: zone)
        starts[zone] = start
        return start.map { due <= $0 } ?? false
    }

    private func begin(in name: ZoneName) -> Instant? {
        guard let zone = try? desk.zone(name) else { return nil }
        let today = zone.date(at: desk.state.believed(desk.now))
        return zone.startOfDay(day.day(from: today, isComing: true))
    }
}

extension TicketOrder {
    /// Whether a ticket comes before another one.
    fileprivate func precedes(_ left: Ticket, _ right: Ticket, in state: State) -> Bool {
        switch self {
        case .newest: left.number > right.number
        case .oldest: left.number < right.number
        case .level: (left.level, left.number) < (right.level, right.number)
        case .client: (left.client, right.number) < (right.client, left.number)
        case .assignee:
            // A name begins with a letter, and all letters come before this one.
            (left.assignee?.text ?? "~", right.number) < (right.assignee?.text ?? "~", left.number)
        case .week: Self.precedes(left, right) { $0.plannedWeek }
        case .due: Self.precedes(left, right) { state.liveTickets.due[key: $0.number]?.value }
        }
    }

    /// The lesser value first, tickets without one last, and of equal ones the oldest first.
    private static func precedes<Value: Comparable>(
        _ left: Ticket, _ right: Ticket, by value: (Ticket) -> Value?
    ) -> Bool {
        switch (value(left), value(right)) {
        case (let one?, let other?) where one != other: one < other
        case (_?, nil): true
        case (nil, _?): false
        default: left.number < right.number
        }
    }
}
