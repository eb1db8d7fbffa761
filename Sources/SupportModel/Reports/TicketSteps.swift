/// One change in the life of a ticket that reports count.
struct TicketStep {
    let kind: Kind
    let at: Instant
    /// The level that the ticket has from then on.
    let level: Level

    /// What happened.
    enum Kind: Equatable {
        case opened, reopened, resolved, merged
        /// Its level changed while it was live; the one that it had.
        case moved(from: Level)
    }

    /// By how much it changes the number of live tickets of a level; nil: of all.
    func change(of wanted: Level?) -> Int {
        if case .moved(let old) = kind {
            guard let wanted, old != level else { return 0 }
            return level == wanted ? 1 : old == wanted ? -1 : 0
        }
        guard wanted.map({ $0 == level }) ?? true else { return 0 }
        return kind == .opened || kind == .reopened ? 1 : -1
    }
}

extension Ticket {
    /// What happened to it since it was opened, in the order in which it happened.
    ///
    /// None is earlier than the one before it, also where the clock was set back in between: a
    /// ticket is never resolved before it was opened.
    var steps: [TicketStep] {
        var latest = openedAt
        return unclampedSteps.map { step in
            latest = max(latest, step.at)
            return TicketStep(kind: step.kind, at: latest, level: step.level)
        }
    }

    /// The same at the times that the clock showed.
    private var unclampedSteps: [TicketStep] {
        let former = past?.levels ?? []
        let levels = former.map(\.level) + [level]
        var steps = [TicketStep(kind: .opened, at: openedAt, level: levels[0])]
        var moved = 0
        func move(to place: Int) {
            while moved < place {
                let old = former[moved]
                moved += 1
                steps.append(
                    TicketStep(kind: .moved(from: old.level), at: old.until, level: levels[moved]))
            }
        }
        for undone in past?.resolutions ?? [] {
            // It was resolved with that level, after all changes that the clock shows before it.
            let places = (moved...former.count).filter { levels[$0] == undone.level }
            let place = places.last { $0 == 0 || former[$0 - 1].until <= undone.at }
            move(to: place ?? places.first ?? moved)
            steps.append(TicketStep(kind: .resolved, at: undone.at, level: undone.level))
            steps.append(TicketStep(kind: .reopened, at: undone.reopenedAt, level: undone.level))
        }
        move(to: former.count)
        if let mergedAt = past?.mergedAt {
            steps.append(TicketStep(kind: .merged, at: mergedAt, level: level))
        } else if !state.isLive {
            steps.append(TicketStep(kind: .resolved, at: resolvedAt ?? openedAt, level: level))
        }
        return steps
    }

    /// Its resolutions, oldest first, also those after which it was reopened.
    var resolutions: [TicketPast.UndoneResolution] {
        var all = past?.resolutions ?? []
        if !state.isLive, past?.mergedAt == nil, let resolvedAt {
            all.append(
                TicketPast.UndoneResolution(
                    at: resolvedAt, reopenedAt: .latest, level: level, outcomes: outcomes))
        }
        return all
    }
}

extension Ticket {
    /// When a person first responded to it, at the latest by resolving it; nil for not yet, as for
    /// one that the desk alone has resolved, and where it had no response of its own: it was merged
    /// into another ticket, or split off one that had its response already.
    var firstResponseAt: Instant? {
        guard past?.mergedAt == nil, let responded = clock?.respondedAt,
            responded != past?.inheritedResponse
        else { return nil }
        return responded
    }

    /// The resolution with which it was written down how a response at an instant was kept: the
    /// first since then; nil where it was not resolved since.
    fileprivate func resolution(since response: Instant) -> TicketPast.UndoneResolution? {
        let all = resolutions
        return all.first { $0.at >= response } ?? (state.isLive ? nil : all.last)
    }
}

/// One fulfilled promise: when, with which level, and how.
struct FulfilledPromise {
    let at: Instant
    let level: Level
    let outcome: DeadlineOutcome
}

extension State {
    /// The first response to a ticket, which was given at an instant; nil where it had no target.
    ///
    /// How it was kept is what the first resolution since then has frozen. Before that it is
    /// computed from the present level, target and calendar.
    func response(to ticket: Ticket, at: Instant) -> FulfilledPromise? {
        let first = ticket.resolution(since: at)
        let outcomes = first.map { $0.outcomes ?? [] } ?? presentOutcomes(of: ticket)
        return outcomes.first { $0.kind == .response }.map {
            FulfilledPromise(at: at, level: first?.level ?? ticket.level, outcome: $0)
        }
    }

    /// The resolutions of a ticket that had a target.
    func resolutions(of ticket: Ticket) -> [FulfilledPromise] {
        ticket.resolutions.compactMap { resolution in
            resolution.outcomes?.first { $0.kind == .resolution }.map {
                FulfilledPromise(at: resolution.at, level: resolution.level, outcome: $0)
            }
        }
    }

    /// How the deadlines of a live ticket are kept so far.
    private func presentOutcomes(of ticket: Ticket) -> [DeadlineOutcome] {
        deadlines(of: ticket).map { deadline in
            DeadlineOutcome(
                kind: deadline.kind, target: deadline.target,
                business: deadline.isBusiness ? true : nil,
                used: Minutes(Int(deadline.usedMilliseconds / 60_000)), missedAt: deadline.at)
        }
    }
}
