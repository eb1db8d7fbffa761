/// What deadlines are computed with besides a ticket's history: the configuration's calendars and
/// targets. The state holds them to keep its indexes, and never writes them down.
package struct DeadlineRules: Sendable {
    /// The calendars; the one that names no packages counts for what no other names.
    package var calendars: [BusinessCalendar]
    /// The targets of work on demand.
    package var targets: [ResponseTarget]
    /// How much of a target is used up when a warning is recorded, in percent: 1 to 99; nil: no
    /// warnings.
    package var warnPercent: Int?
    /// Whether the queue puts the level before the payer.
    package var levelFirst: Bool
    /// How long a ticket on demand waits for the agency until the queue counts it as work of a package
    /// of its level (R4), in milliseconds; nil: it never does.
    package var ageingMilliseconds: Int64?
    /// The zones.
    package var zones: (any CivilCalendar)?

    /// Without zones there are no deadlines.
    package init(
        calendars: [BusinessCalendar] = [], targets: [ResponseTarget] = [], warnPercent: Int? = nil,
        levelFirst: Bool = false, ageingMilliseconds: Int64? = nil,
        zones: (any CivilCalendar)? = nil
    ) {
        (self.calendars, self.targets, self.warnPercent) = (calendars, targets, warnPercent)
        (self.levelFirst, self.ageingMilliseconds) = (levelFirst, ageingMilliseconds)
        self.zones = zones
    }

    /// The time that counts for a level in the contract's or client's zone; all time where the zone
    /// data lacks the zone.
    func counted(
        _ level: Level, package: Name<PackageOffer>?, zone: ZoneName
    ) -> (time: CountedTime, calendar: BusinessCalendar?) {
        guard level >= .highPriority else { return (.real, nil) }
        let named = calendars.first { package.map($0.packages.contains) ?? false }
        guard let calendar = named ?? calendars.first(where: \.packages.isEmpty),
            let zone = zones?.zone(named: calendar.zone ?? zone)
        else { return (.real, nil) }
        return (CountedTime(calendar, in: zone), calendar)
    }
}

extension State {
    /// The deadlines of a ticket as they stand: response and resolution, as far as its level has
    /// targets.
    package func deadlines(of ticket: Ticket) -> [TicketDeadline] {
        let contract = ticket.contract.flatMap { contracts[$0] }
        let targets = contract.map { $0.terms.targets ?? [] } ?? rules.targets
        guard rules.zones != nil, let target = targets.target(of: ticket.level),
            let time = counted(for: ticket)?.time
        else { return [] }
        return ticket.deadlines(target, time, warnPercent: rules.warnPercent)
    }

    /// The time that counts for a ticket, and its calendar where that is business time.
    func counted(for ticket: Ticket) -> (time: CountedTime, calendar: BusinessCalendar?)? {
        guard let client = clients[ticket.client] else { return nil }
        let contract = ticket.contract.flatMap { contracts[$0] }
        return rules.counted(
            ticket.level, package: contract?.terms.package, zone: contract?.zone ?? client.zone)
    }
}

extension Ticket {
    /// The deadlines of the ticket. Where both are open, one pass over the open hours gives both.
    ///
    /// - Parameter warnPercent: how much of one is used up when a warning is recorded; nil: none is.
    fileprivate func deadlines(
        _ target: ResponseTarget, _ time: CountedTime, warnPercent: Int?
    ) -> [TicketDeadline] {
        let kinds: [(kind: DeadlineKind, target: Minutes)] = [
            (.response, target.firstResponse), (.resolution, target.resolution),
        ]
        let wanted = kinds.map { kind in
            [Int64(kind.target.count) * 60_000]
                + (warnPercent.map { [Int64(kind.target.count) * 600 * Int64($0)] } ?? [])
        }
        let isShared = met(.response) == met(.resolution)
        let shared = isShared ? reach(wanted.flatMap(\.self), .response, time) : nil
        return kinds.indices.map { place in
            let (kind, target) = kinds[place]
            let own = shared == nil ? reach(wanted[place], kind, time) : nil
            let first = shared == nil ? 0 : place * wanted[0].count
            let (at, used) = own ?? shared ?? ([], 0)
            return TicketDeadline(
                kind: kind, target: target, isBusiness: time.isBusiness, usedMilliseconds: used,
                at: at[first], warnAt: warnPercent == nil ? nil : at[first + 1], metAt: met(kind))
        }
    }

    /// When somebody did something about it, or its work was done.
    private func met(_ kind: DeadlineKind) -> Instant? {
        kind == .response ? clock?.respondedAt ?? resolvedAt : resolvedAt
    }

    /// Adds up the times in which the clock ran, until it was met.
    ///
    /// - Returns: when each of so many milliseconds had counted, or will have if the clock runs on; nil
    ///   where that is not so. And what has counted in the times that are over.
    private func reach(
        _ wanted: [Int64], _ kind: DeadlineKind, _ time: CountedTime
    ) -> (at: [Instant?], used: Int64) {
        let met = met(kind)
        var (at, used): ([Instant?], Int64) = (wanted.map { _ in nil }, 0)
        for run in (clock ?? TicketClock()).runs(since: clockStart) {
            if let met, met <= run.from, run.from != clockStart { break }
            let end = [run.to, met].compactMap(\.self).min()
            let reached =
                at.contains(nil)
                ? time.instants(after: wanted.map { $0 - used }, from: run.from) : []
            for (place, instant) in reached.enumerated() where at[place] == nil {
                if let instant, end.map({ instant <= $0 }) ?? true { at[place] = instant }
            }
            if let end { used += time.milliseconds(from: run.from, to: end) }
        }
        return (at, used)
    }
}

extension Sequence<TicketDeadline> {
    /// The one that passes first of those that are open.
    var nearest: TicketDeadline? {
        filter { $0.metAt == nil && $0.at != nil }.min { left, right in
            guard let one = left.at, let other = right.at else { return false }
            return one < other
        }
    }
}

/// How a deadline was kept, once the ticket is resolved.
package struct DeadlineOutcome: Hashable, Sendable, Codable {
    package var kind: DeadlineKind
    /// The promised time.
    package var target: Minutes
    /// Whether only business hours counted; missing for no.
    package var business: Bool?
    /// What was used of it, rounded down to the minute.
    package var used: Minutes
    /// When it passed; nil where it was kept.
    package var missedAt: Instant?
}

extension State {
    /// How the deadlines of a ticket are kept if it is resolved now.
    func outcomes(of ticket: Ticket, resolvedAt now: Instant) -> [DeadlineOutcome] {
        var resolved = ticket
        resolved.resolvedAt = now
        return deadlines(of: resolved).map { deadline in
            DeadlineOutcome(
                kind: deadline.kind, target: deadline.target,
                business: deadline.isBusiness ? true : nil,
                used: Minutes(Int(deadline.usedMilliseconds / 60_000)), missedAt: deadline.at)
        }
    }
}
