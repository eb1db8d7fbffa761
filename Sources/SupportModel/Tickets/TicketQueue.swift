/// A place in the working order, and the reason for it.
package struct QueuePlace: Hashable, Sendable {
    package var ticket: Ticket
    /// The number of the place; 1 is next.
    package var rank: Int
    /// `package, level 2, waiting 3 h`.
    package var reason: String
}

extension State {
    /// The first places of the working order, of the tickets that match.
    ///
    /// - Parameter countMax: how many at most; the cost is proportional to the result where all
    ///   match.
    package func queue(
        at now: Instant, countMax: Int = .max, where matches: (Ticket) -> Bool = { _ in true }
    ) -> [QueuePlace] {
        var places: [QueuePlace] = []
        var rank = 0
        for number in working.tickets {
            guard places.count < countMax else { break }
            rank += 1
            guard let ticket = tickets[number], matches(ticket) else { continue }
            places.append(
                QueuePlace(ticket: ticket, rank: rank, reason: rankReason(ticket, at: now)))
        }
        return places
    }

    /// The reason for a ticket's place.
    private func rankReason(_ ticket: Ticket, at now: Instant) -> String {
        let payer = ticket.contract == nil ? "on demand" : "package"
        let level = "level \(ticket.level.rawValue)"
        let rank = rules.levelFirst ? [level, payer] : [payer, level]
        let due = deadlines(of: ticket).nearest.flatMap { deadline in
            deadline.at.map { "\(deadline.kind) \(DurationText.until($0, at: now))" }
        }
        let age = DurationText.rough(milliseconds: now.milliseconds(since: ticket.openedAt))
        return (rank + [due ?? "waiting \(age)"]).joined(separator: ", ")
    }
}

extension DeadlineKind {
    /// For people: `first response`.
    package var title: String {
        switch self {
        case .response: "first response"
        case .resolution: "resolution"
        }
    }
}

extension DurationText {
    /// `due in 3 h`, or `overdue by 2 d`.
    static func until(_ deadline: Instant, at now: Instant) -> String {
        let left = deadline.milliseconds(since: now)
        return left >= 0
            ? "due in \(rough(milliseconds: left))" : "overdue by \(rough(milliseconds: -left))"
    }
}

/// The place of a ticket in the working order: package before on demand (R4), then level, then the
/// nearest deadline, then age; or the level first, where the configuration says so.
package struct WorkingPlace: Hashable, Comparable, Sendable {
    /// What the payer and the level make together, the first in order lowest.
    let rank: Int
    /// The nearest deadline that is not kept; a ticket without one comes last.
    let deadline: Instant?
    let openedAt: Instant
    let number: Identifier<Ticket>

    init(_ ticket: Ticket, deadline: Instant?, levelFirst: Bool) {
        let (payer, level) = (ticket.contract == nil ? 1 : 0, ticket.level.rawValue)
        rank = levelFirst ? 2 * level + payer : 8 * payer + level
        self.deadline = deadline
        openedAt = ticket.openedAt
        number = ticket.number
    }

    package static func < (left: WorkingPlace, right: WorkingPlace) -> Bool {
        if left.rank != right.rank { return left.rank < right.rank }
        if left.deadline != right.deadline {
            guard let one = left.deadline else { return false }
            return right.deadline.map { one < $0 } ?? true
        }
        if left.openedAt != right.openedAt { return left.openedAt < right.openedAt }
        return left.number < right.number
    }
}

/// The tickets that the agency has to do something about, in working order. A ticket that waits for
/// its client has no place.
package typealias WorkingOrder = SortedByKey<Identifier<Ticket>, WorkingPlace>

extension WorkingOrder {
    /// The tickets, next one first.
    package var tickets: some Sequence<Identifier<Ticket>> { elements.lazy.map(\.number) }
}

extension Ticket {
    /// Whether nothing has changed since that its deadlines and its place depend on.
    fileprivate func hasSameDeadlines(as old: Ticket?) -> Bool {
        guard let old else { return false }
        return state == old.state && level == old.level && contract == old.contract
            && client == old.client && clock == old.clock
    }
}

extension State {
    /// Adds or replaces a ticket.
    ///
    /// - Parameter old: its value before; nil for a new one.
    mutating func put(_ ticket: Ticket, insteadOf old: Ticket?) {
        if old == nil { count(ticket.attachments) }
        let (wasLive, isLive) = (old?.state.isLive ?? false, ticket.state.isLive)
        tickets[ticket.number] = ticket
        if isLive != wasLive {
            if isLive {
                liveTickets.insert(ticket.number)
            } else {
                liveTickets.remove(ticket.number)
            }
        }
        if let old, wasLive { liveLevels[old.level.rawValue - 1] -= 1 }
        if isLive { liveLevels[ticket.level.rawValue - 1] += 1 }
        if isLive || wasLive, !ticket.hasSameDeadlines(as: old) { refreshPlace(of: ticket) }
    }

    /// How many live tickets there are of a level, those that wait for the client included.
    package func liveCount(of level: Level) -> Int { liveLevels[level.rawValue - 1] }

    /// Computes a ticket's deadlines again, and with them its place in the working order and what is
    /// to be recorded of them.
    private mutating func refreshPlace(of ticket: Ticket) {
        let deadlines = ticket.state.runs ? deadlines(of: ticket) : []
        let place = WorkingPlace(
            ticket, deadline: deadlines.nearest?.at, levelFirst: rules.levelFirst)
        working.put(ticket.state.runs ? place : nil, for: ticket.number)
        alarms.put(ticket.alarm(of: deadlines), for: ticket.number)
    }

    /// Takes the rules of deadlines that the configuration has now; deadlines of tickets that are
    /// resolved stay what they were.
    package mutating func take(_ rules: DeadlineRules) {
        self.rules = rules
        for number in liveTickets {
            if let ticket = tickets[number] { refreshPlace(of: ticket) }
        }
    }

    /// Computes the places of live tickets again whose contract or client has changed.
    mutating func refreshPlaces(where isAffected: (Ticket) -> Bool) {
        guard rules.zones != nil else { return }
        for number in liveTickets {
            if let ticket = tickets[number], isAffected(ticket) { refreshPlace(of: ticket) }
        }
    }
}
