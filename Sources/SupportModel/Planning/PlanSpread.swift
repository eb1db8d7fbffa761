/// Assigns weeks to tickets, one after the other, each the earliest remaining room (R12).
///
/// Level 1 is first and is assigned to the present week regardless of its room, as R9 allows. Then
/// tickets that keep their weeks, first their shares in those, soonest first, then the rest of their
/// work in later ones; then all others by level, deadline, age and number. The order of the input does
/// not change the result; the time is proportional to tickets times weeks.
struct PlanSpread {
    private let calendar: PlanCalendar
    private let slots: ArraySlice<PlanSlot>
    private let replans: Bool
    private var drawn: [CivilDate: Minutes]
    private var left: [Minutes]
    private var given: [Identifier<Ticket>: Given] = [:]
    /// In order of precedence.
    private(set) var tickets: [SuggestedTicket] = []

    /// The room that one ticket has been assigned so far.
    private struct Given {
        var parts: [SuggestedPart] = []
        /// The work that is not assigned yet.
        var rest: Minutes
        /// The work that draws from the hours that expire first.
        var early = Minutes.zero
        /// Why the last search for room found none.
        var reason = PlanShortfall.Reason.noWeek
    }

    /// - Parameter works: tickets with something to do, in any order.
    init(_ calendar: PlanCalendar, works: [TicketWork], replans: Bool) {
        (self.calendar, self.replans) = (calendar, replans)
        slots = calendar.asked
        drawn = calendar.drawn
        left = calendar.pools.map { max(.zero, $0.left) }
        let sorted = works.sorted(by: TicketWork.precedes)
        for work in sorted { given[work.ticket] = Given(rest: work.toDo ?? .zero) }
        for work in sorted where isUrgent(work) { giveAtOnce(work) }
        let kept = sorted.filter(keeps)
        // Soonest first: in a week that a boundary cuts what is left of the hours before it is drawn.
        let shares = kept.enumerated().flatMap { place, work in
            work.shares.map { (place: place, work: work, share: $0) }
        }.sorted { ($0.share.week, $0.place) < ($1.share.week, $1.place) }
        for (_, work, share) in shares {
            give(work, slots.filter { $0.week == share.week }, atMost: share.minutes)
        }
        for work in kept { give(work, slots.drop { $0.week != work.week }) }
        for work in sorted where !isUrgent(work) && !keeps(work) { give(work, slots) }
        tickets = sorted.map { suggested($0, besides: kept) }
    }

    /// Level 1 work that may exceed its contract's weekly limit.
    private func isUrgent(_ work: TicketWork) -> Bool { work.passesLimit(of: calendar.contract) }

    /// Whether a ticket stays in the week that it was planned for.
    private func keeps(_ work: TicketWork) -> Bool {
        !replans && !isUrgent(work) && slots.contains { $0.week == work.week }
    }

    /// Assigns all of an urgent ticket to the present week: from the package until it is used up,
    /// then as extra hours.
    private mutating func giveAtOnce(_ work: TicketWork) {
        guard let first = slots.first, var mine = given[work.ticket] else { return }
        let draws = calendar.contract.terms.emergencyBeyondLimit == .package
        mine.reason = work.isIncluded(in: first) ? .package : .service
        for slot in slots.prefix(while: { $0.week == first.week }) where work.isIncluded(in: slot) {
            let room = draws ? mine.rest : room(slot)
            if room < mine.rest, left[slot.pool] > room { mine.reason = .weeklyLimit }
            take(min(mine.rest, room, left[slot.pool]), slot, &mine)
        }
        takeExtra(mine.rest, first.week, &mine)
        given[work.ticket] = mine
    }

    /// Assigns to a ticket the earliest room of some weeks.
    ///
    /// - Parameter share: the most that is assigned; nil for all that is left of the ticket.
    private mutating func give(
        _ work: TicketWork, _ slots: ArraySlice<PlanSlot>, atMost share: Minutes? = nil
    ) {
        guard var mine = given[work.ticket], let first = slots.first else { return }
        let most = min(mine.rest, share ?? mine.rest)
        let kept = mine.rest - most
        let fitting = slots.filter { work.isIncluded(in: $0) }
        if fitting.isEmpty {
            mine.reason = .service
            // It draws no hours, so it can stay in its planned week.
            if keeps(work) { takeExtra(most, first.week, &mine) }
        }
        for slot in fitting {
            take(min(mine.rest - kept, room(slot), left[slot.pool]), slot, &mine)
        }
        if !fitting.isEmpty {
            mine.reason = left[self.slots.first?.pool ?? 0] == .zero ? .package : .weeklyLimit
        }
        given[work.ticket] = mine
    }

    private mutating func give(_ work: TicketWork, _ slots: [PlanSlot], atMost share: Minutes) {
        give(work, slots[...], atMost: share)
    }

    /// The room that a week's limit leaves.
    private func room(_ slot: PlanSlot) -> Minutes {
        max(.zero, slot.limit - (drawn[slot.week.monday] ?? .zero))
    }

    private mutating func take(_ minutes: Minutes, _ slot: PlanSlot, _ mine: inout Given) {
        guard minutes > .zero else { return }
        drawn[slot.week.monday, default: .zero] += minutes
        left[slot.pool] -= minutes
        if slot.pool == slots.first?.pool { mine.early += minutes }
        put(SuggestedPart(week: slot.week, minutes: minutes, extra: .zero), &mine)
    }

    private func takeExtra(_ minutes: Minutes, _ week: Week, _ mine: inout Given) {
        guard minutes > .zero else { return }
        put(SuggestedPart(week: week, minutes: minutes, extra: minutes), &mine)
    }

    private func put(_ part: SuggestedPart, _ mine: inout Given) {
        mine.rest -= part.minutes
        let place = mine.parts.firstIndex { $0.week >= part.week } ?? mine.parts.count
        if place < mine.parts.count, mine.parts[place].week == part.week {
            mine.parts[place].minutes += part.minutes
            mine.parts[place].extra += part.extra
        } else {
            mine.parts.insert(part, at: place)
        }
    }

    private func suggested(_ work: TicketWork, besides kept: [TicketWork]) -> SuggestedTicket {
        let mine = given[work.ticket] ?? Given(rest: work.toDo ?? .zero)
        return SuggestedTicket(
            work: work, parts: mine.parts, isKept: keeps(work),
            shortfall: shortfall(work, mine, besides: kept))
    }

    private func shortfall(
        _ work: TicketWork, _ mine: Given, besides kept: [TicketWork]
    ) -> PlanShortfall? {
        let extra = mine.parts.reduce(Minutes.zero) { $0 + $1.extra }
        let carried = (work.toDo ?? .zero) - mine.early - extra - mine.rest
        // For a ticket that was planned for a later cycle, work in that cycle is no shortfall.
        let isEarly =
            !keeps(work) || slots.first { $0.week == work.week }?.pool == slots.first?.pool
        let minutes = mine.rest + extra + (isEarly ? carried : .zero)
        guard minutes > .zero else { return nil }
        var options = PlanOption.allCases.filter { option in
            switch option {
            case .nextCycle: carried > .zero
            case .extraHours: calendar.contract.terms.extraPolicy != .refuse
            case .liftLimit: mine.reason == .weeklyLimit && !isUrgent(work)
            case .groupMonths: calendar.canGroup
            case .replan: !isUrgent(work) && kept.contains { $0.level > work.level }
            case .renew: mine.rest > .zero && calendar.reachesEnd
            }
        }
        if mine.reason == .service { options = options.filter { $0 == .extraHours } }
        if mine.reason == .noWeek { options = options.filter { $0 == .renew } }
        return PlanShortfall(
            minutes: minutes, carried: isEarly ? carried : .zero, reason: mine.reason,
            options: options)
    }
}

extension TicketWork {
    /// Whether the work draws from the package on a slot's days (R2).
    fileprivate func isIncluded(in slot: PlanSlot) -> Bool { slot.services.contains(service) }
}

extension PlanCalendar {
    /// Whether the open cycle can be grouped with the next (R11).
    fileprivate var canGroup: Bool {
        guard let open = contract.account.open else { return false }
        return contract.group(ofCycle: open.index) == nil
            && contract.group(ofCycle: open.index + 1) == nil && open.to < contract.end
    }

    /// Whether the contract ends within the requested weeks.
    fileprivate var reachesEnd: Bool { contract.planEnd <= horizon.monday }
}
