/// A place in the working order, and the reason for it.
package struct QueuePlace: Hashable, Sendable {
    package var ticket: Ticket
    /// The number of the place; 1 is next.
    package var rank: Int
    /// `package, level 2, waiting 3 h`.
    package var reason: String
    /// The nearest deadline that is not kept; nil for none.
    package var deadline: TicketDeadline?
}

/// Which tickets of the working order are asked for; nil: any.
package struct QueueFilter: Sendable {
    package var level: Level?
    package var client: Name<Client>?
    /// Whose tickets; nil: anybody's and nobody's.
    package var assignee: Name<Staff>?
    /// Whether only those are asked for that nobody has, nor works on now.
    package var isFree: Bool

    package init(
        level: Level? = nil, client: Name<Client>? = nil, assignee: Name<Staff>? = nil,
        isFree: Bool = false
    ) {
        (self.level, self.client, self.assignee, self.isFree) = (level, client, assignee, isFree)
    }

    func matches(_ ticket: Ticket, in state: State) -> Bool {
        (level == nil || ticket.level == level) && (client == nil || ticket.client == client)
            && (assignee == nil || ticket.assignee == assignee)
            && (!isFree || state.isFree(ticket))
    }

    /// The fewest live tickets among which all that match are; nil: any can match.
    fileprivate func candidates(in live: LiveTickets) -> TicketNumbers? {
        var found = [level.map(live.of), client.map(live.of)].compactMap(\.self)
        if isFree || assignee != nil { found.append(live.of(assignee: assignee)) }
        return found.min { $0.count < $1.count }
    }
}

extension State {
    /// The first places of the working order, of the tickets that match; the ranks are those of the
    /// whole order.
    ///
    /// - Parameter countMax: how many at most. The cost is proportional to the result where most
    ///   tickets match, and else to the number of those that could.
    package func queue(
        at now: Instant, countMax: Int = .max, _ filter: QueueFilter = QueueFilter()
    ) -> [QueuePlace] {
        func place(_ ticket: Ticket, _ rank: Int) -> QueuePlace {
            let deadline = deadlines(of: ticket).nearest
            return QueuePlace(
                ticket: ticket, rank: rank, reason: rankReason(ticket, deadline, at: now),
                deadline: deadline)
        }
        let candidates = filter.candidates(in: liveTickets)
        // Few of many: these are looked up and sorted. Else the order is gone through, which comes upon
        // one of them often enough.
        if let candidates, candidates.count < working.count / max(1, candidates.count / 64) {
            let found = candidates.elements.compactMap { tickets[$0] }
                .filter { filter.matches($0, in: self) }
                .compactMap { ticket in working[key: ticket.number].map { (ticket, $0) } }
                .sorted { $0.1 < $1.1 }
            return found.prefix(countMax).map { place($0.0, working.rank(of: $0.1)) }
        }
        var places: [QueuePlace] = []
        var rank = 0
        for number in working.tickets {
            guard places.count < countMax else { break }
            rank += 1
            guard let ticket = tickets[number], filter.matches(ticket, in: self) else { continue }
            places.append(place(ticket, rank))
        }
        return places
    }

    /// Whether nobody has a ticket, nor works on it now, and nothing that is not done yet has to be done
    /// before it.
    package func isFree(_ ticket: Ticket) -> Bool {
        ticket.assignee == nil && !timers.values.contains { $0.ticket == ticket.number }
            && blockers(of: ticket).isEmpty
    }

    /// The reason for a ticket's place.
    private func rankReason(
        _ ticket: Ticket, _ nearest: TicketDeadline?, at now: Instant
    ) -> String {
        let payer =
            ticket.contract != nil ? "package" : isAged(ticket) ? "on demand (aged)" : "on demand"
        let level = "level \(ticket.level.rawValue)"
        let rank = rules.levelFirst ? [level, payer] : [payer, level]
        let due = nearest.flatMap { deadline in
            deadline.at.map { "\(deadline.kind) \(DurationText.until($0, at: now))" }
        }
        let age = DurationText.rough(milliseconds: now.milliseconds(since: ticket.clockStart))
        let blockers = blockers(of: ticket).map { "ticket \($0)" }.joined(separator: ", ")
        return (rank + [due ?? "waiting \(age)"] + (blockers.isEmpty ? [] : ["after \(blockers)"]))
            .joined(separator: ", ")
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
/// nearest deadline, then age; or the level first, where the configuration says so. Work on demand that
/// has aged counts as work of a package.
package struct WorkingPlace: Hashable, Comparable, Sendable {
    /// What the payer and the level make together, the first in order lowest.
    let rank: Int
    /// The nearest deadline that is not kept; a ticket without one comes last.
    let deadline: Instant?
    let openedAt: Instant
    let number: Identifier<Ticket>

    init(_ ticket: Ticket, deadline: Instant?, levelFirst: Bool, isAged: Bool) {
        let payer = ticket.contract == nil && !isAged ? 1 : 0
        let level = ticket.level.rawValue
        rank = levelFirst ? 2 * level + payer : 8 * payer + level
        self.deadline = deadline
        openedAt = ticket.clockStart
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
            && client == old.client && clock == old.clock && due == old.due
    }
}

extension State {
    /// Adds or replaces a ticket.
    ///
    /// - Parameter old: its value before; nil for a new one.
    mutating func put(_ ticket: Ticket, insteadOf old: Ticket?) {
        if old == nil { count(ticket.attachments) }
        tickets[ticket.number] = ticket
        liveTickets.follow(ticket, insteadOf: old)
        if ticket.state.isLive || old?.state.isLive ?? false, !ticket.hasSameDeadlines(as: old) {
            refreshPlace(of: ticket)
        }
    }

    /// How many live tickets there are of a level, those that wait for the client included.
    package func liveCount(of level: Level) -> Int { liveTickets.of(level).count }

    /// Computes a ticket's deadlines again, and with them its place in the working order and what is
    /// to be recorded of them.
    mutating func refreshPlace(of ticket: Ticket) {
        let deadlines = ticket.state.runs ? deadlines(of: ticket) : []
        let isAged = isAged(ticket)
        let place = WorkingPlace(
            ticket, deadline: deadlines.nearest?.at, levelFirst: rules.levelFirst, isAged: isAged)
        working.put(ticket.state.runs ? place : nil, for: ticket.number)
        let agesAt = ticket.state.runs && !isAged ? agesAt(ticket) : nil
        ageing.put(agesAt.map { AgeingPlace(at: $0, number: ticket.number) }, for: ticket.number)
        alarms.put(ticket.alarm(of: deadlines), for: ticket.number)
        liveTickets.put(due: dueTime(of: ticket, deadlines), ticket.number)
    }

    /// When a live ticket is due: at the nearest deadline that is not kept, or at the end of the day that
    /// was agreed, whichever comes first.
    private func dueTime(of ticket: Ticket, _ deadlines: [TicketDeadline]) -> Instant? {
        guard ticket.state.isLive else { return nil }
        let end = ticket.due.flatMap { day in
            (try? zone(of: ticket)).flatMap { rules.zones?.zone(named: $0) }?
                .startOfDay(day.advanced(byDays: 1))
        }
        return [deadlines.nearest?.at, end].compactMap(\.self).min()
    }

    /// Takes the rules of deadlines that the configuration has now; deadlines of tickets that are
    /// resolved stay what they were.
    package mutating func take(_ rules: DeadlineRules) {
        self.rules = rules
        for number in liveTickets.all.elements {
            if let ticket = tickets[number] { refreshPlace(of: ticket) }
        }
    }

    /// Computes the places of live tickets again whose contract or client has changed.
    mutating func refreshPlaces(where isAffected: (Ticket) -> Bool) {
        guard rules.zones != nil else { return }
        for number in liveTickets.all.elements {
            if let ticket = tickets[number], isAffected(ticket) { refreshPlace(of: ticket) }
        }
    }
}
