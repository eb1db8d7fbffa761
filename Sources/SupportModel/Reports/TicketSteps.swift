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
    /// What happened to it since it was opened.
    var steps: [TicketStep] {
        let former = past?.levels ?? []
        let levels = former.map(\.level) + [level]
        var steps = [TicketStep(kind: .opened, at: openedAt, level: levels[0])]
        for (place, old) in former.enumerated() {
            steps.append(
                TicketStep(kind: .moved(from: old.level), at: old.until, level: levels[place + 1]))
        }
        for undone in past?.resolutions ?? [] {
            steps.append(TicketStep(kind: .resolved, at: undone.at, level: undone.level))
            steps.append(TicketStep(kind: .reopened, at: undone.reopenedAt, level: undone.level))
        }
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
    /// When it was first responded to, at the latest with its first resolution; nil for not yet, and
    /// where it had no response of its own: it was merged into another ticket, or split off one that had
    /// its response already.
    var firstResponseAt: Instant? {
        let responded = clock?.respondedAt
        guard past?.mergedAt == nil,
            responded == nil || responded != past?.inheritedResponse
        else { return nil }
        return [responded, resolutions.first?.at].compactMap(\.self).min()
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
    /// How it was kept is what the first resolution has frozen. Before that it is computed from the
    /// present level, target and calendar.
    func response(to ticket: Ticket, at: Instant) -> FulfilledPromise? {
        let first = ticket.resolutions.first
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
