import HashTreeCollections

/// Adds up tickets for a report, one after the other.
struct DeskReportCount {
    private let scope: ReportScope
    private var days: ReportDays
    private var byLevel: [Level: Tally] = [:]
    private var byClient: [Name<Client>: Tally] = [:]
    private let parts: [ReportPeriod]
    private var flows: [TicketFlow]
    /// By how much the live tickets of each level change in each part; the first row is what was
    /// there when the period began.
    private var changes: [[Int]]

    /// Figures with the times that their last members are made of, in counted minutes.
    private struct Tally {
        var figures = TicketFigures()
        var responses: [Minutes] = []
        var resolutions: [Minutes] = []
    }

    /// For tickets that are live or were resolved by a day.
    init(_ scope: ReportScope, today: CivilDate, _ calendar: any CivilCalendar) {
        self.scope = scope
        days = ReportDays(calendar)
        parts = scope.period.parts(until: today)
        flows = parts.map { _ in TicketFlow() }
        changes = Array(
            repeating: Level.allCases.map { _ in 0 }, count: parts.count + 1)
    }

    /// Adds a ticket.
    mutating func add(_ ticket: Ticket, in state: State) {
        let zone = state.clients[ticket.client]?.zone ?? .utc
        var live = Level.allCases.map { _ in 0 }
        for step in ticket.steps {
            let day = days.date(at: step.at, in: zone)
            guard day <= scope.period.to else { continue }
            for (place, level) in Level.allCases.enumerated() {
                live[place] += step.change(of: level)
            }
            count(step, on: day, of: ticket.client)
        }
        let end = zip(Level.allCases, live).first { $0.1 > 0 }?.0
        if let end, isMeant(end), isOverdue(ticket, in: zone) {
            byLevel[end, default: Tally()].figures.overdue += 1
            byClient[ticket.client, default: Tally()].figures.overdue += 1
        }
        if let at = ticket.firstResponseAt, isMeant(at, in: zone),
            let response = state.response(to: ticket, at: at), isMeant(response.level)
        {
            count(response, of: ticket.client, \.response, \.responses)
        }
        for resolution in state.resolutions(of: ticket)
        where isMeant(resolution.level) && isMeant(resolution.at, in: zone) {
            count(resolution, of: ticket.client, \.resolution, \.resolutions)
        }
    }

    private func isMeant(_ level: Level) -> Bool { scope.level.map { $0 == level } ?? true }

    private mutating func isMeant(_ instant: Instant, in zone: ZoneName) -> Bool {
        scope.period.contains(days.date(at: instant, in: zone))
    }

    /// Whether it had been recorded by the end of the period that a deadline was missed, and what
    /// it promises was not done by then; the ticket is live then.
    private mutating func isOverdue(_ ticket: Ticket, in zone: ZoneName) -> Bool {
        let clock = ticket.clock ?? TicketClock()
        for mark in clock.marks where mark.stage == .missed {
            let recorded = mark.recordedAt ?? mark.deadline
            guard days.date(at: recorded, in: zone) <= scope.period.to else { continue }
            if mark.kind == .resolution || !isAnswered(ticket, in: zone) { return true }
        }
        return false
    }

    /// Whether a ticket had its first response by the end of the period, as it was known then.
    private mutating func isAnswered(_ ticket: Ticket, in zone: ZoneName) -> Bool {
        for former in ticket.past?.responses ?? []
        where days.date(at: former.until, in: zone) > scope.period.to {
            guard let at = former.at else { return false }
            return days.date(at: at, in: zone) <= scope.period.to
        }
        guard let responded = ticket.clock?.respondedAt else { return false }
        return days.date(at: responded, in: zone) <= scope.period.to
    }

    private mutating func count(_ step: TicketStep, on day: CivilDate, of client: Name<Client>) {
        let isEarlier = day < scope.period.from
        let part = isEarlier ? nil : place(of: day)
        for (place, level) in Level.allCases.enumerated() where isMeant(level) {
            changes[part.map { $0 + 1 } ?? 0][place] += step.change(of: level)
            guard step.isAbout(level) else { continue }
            byLevel[level, default: Tally()].figures.flow.count(step, isEarlier, of: level)
        }
        guard scope.level.map(step.isAbout) ?? true else { return }
        byClient[client, default: Tally()].figures.flow.count(step, isEarlier, of: scope.level)
        if let part { flows[part].add(step, of: scope.level) }
    }

    /// Counts a promise with the level and the client.
    private mutating func count(
        _ promise: FulfilledPromise, of client: Name<Client>,
        _ figures: WritableKeyPath<TicketFigures, PromiseFigures>,
        _ times: WritableKeyPath<Tally, [Minutes]>
    ) {
        let isMissed = promise.outcome.missedAt != nil
        func add(to tally: inout Tally) {
            tally.figures[keyPath: figures].missed += isMissed ? 1 : 0
            tally.figures[keyPath: figures].kept += isMissed ? 0 : 1
        }
        add(to: &byLevel[promise.level, default: Tally()])
        byLevel[promise.level]?[keyPath: times].append(promise.outcome.used)
        add(to: &byClient[client, default: Tally()])
    }

    /// The part that holds a day; the last one where a day comes later, as that of a client who was
    /// archived or after a clock was set back. Nil where there are no parts.
    private func place(of day: CivilDate) -> Int? {
        var (low, high) = (0, parts.count)
        while low < high {
            let middle = (low + high) / 2
            if parts[middle].to < day { low = middle + 1 } else { high = middle }
        }
        return parts.isEmpty ? nil : min(low, parts.count - 1)
    }
}

/// What was added up.
extension DeskReportCount {
    /// The figures of all levels.
    var total: TicketFigures {
        byLevel.values.reduce(into: TicketFigures()) { $0.add($1.figures) }
    }

    /// The figures of each level that has any.
    var levels: [LevelFigures] {
        Level.allCases.compactMap { level in
            guard let tally = byLevel[level], !tally.figures.isEmpty else { return nil }
            var figures = tally.figures
            figures.response.measure(tally.responses)
            figures.resolution.measure(tally.resolutions)
            return LevelFigures(level: level, figures: figures)
        }
    }

    /// The figures of each client that has any, by name.
    func clients(titles: TreeDictionary<Name<Client>, Client>) -> [ClientFigures] {
        byClient.sorted { $0.key < $1.key }.compactMap { name, tally in
            guard !tally.figures.isEmpty else { return nil }
            return ClientFigures(
                client: name, title: titles[name]?.title ?? name.text, figures: tally.figures)
        }
    }

    /// The parts of the period with what was live at the end of each.
    var course: [TicketCourse] {
        var live = changes[0]
        return parts.indices.map { place in
            let before = live.reduce(0, +)
            live = zip(live, changes[place + 1]).map { $0 + $1 }
            var flow = flows[place]
            (flow.before, flow.after) = (before, live.reduce(0, +))
            return TicketCourse(
                from: parts[place].from, to: parts[place].to, flow: flow, live: live)
        }
    }
}

extension TicketStep {
    /// Whether it is a step of tickets of a level.
    fileprivate func isAbout(_ wanted: Level) -> Bool {
        if case .moved(let old) = kind { return old == wanted || level == wanted }
        return level == wanted
    }
}

extension TicketFlow {
    fileprivate mutating func count(_ step: TicketStep, _ isEarlier: Bool, of level: Level?) {
        if isEarlier { addEarlier(step, of: level) } else { add(step, of: level) }
    }

    fileprivate mutating func add(_ other: TicketFlow) {
        before += other.before
        opened += other.opened
        reopened += other.reopened
        moved += other.moved
        resolved += other.resolved
        merged += other.merged
        after += other.after
    }
}

extension TicketFigures {
    fileprivate mutating func add(_ other: TicketFigures) {
        flow.add(other.flow)
        overdue += other.overdue
        response.kept += other.response.kept
        response.missed += other.response.missed
        resolution.kept += other.resolution.kept
        resolution.missed += other.resolution.missed
    }
}

extension PromiseFigures {
    /// Takes the times over which it is to give the median, the 90th percentile and the longest.
    package mutating func measure(_ times: [Minutes]) {
        let sorted = times.sorted()
        /// The least time that so many of a hundred do not exceed.
        func rank(_ percent: Int) -> Minutes? {
            sorted.isEmpty ? nil : sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
        }
        (median, ninetieth, longest) = (rank(50), rank(90), sorted.last)
    }
}
