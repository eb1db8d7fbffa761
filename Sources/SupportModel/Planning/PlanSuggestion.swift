/// A spread of a contract's live tickets over the weeks, by level, deadline, age and room (R12).
///
/// The same state and day give the same suggestion.
package struct PlanSuggestion: Hashable, Sendable {
    /// Whose tickets.
    package var contract: Identifier<Contract>
    /// The first day of the plan, in the contract's zone.
    package var today: CivilDate
    /// The weeks until the hours expire, and on to the last that is given something.
    package var weeks: [WeekPlan]
    /// The hours of those weeks, first those that expire first.
    package var pools: [PoolPlan]
    /// Every ticket with something to do for which a week was searched, in order of precedence.
    package var tickets: [SuggestedTicket]
    /// Tickets that keep a week beyond the last one of the plan.
    package var later: [TicketWork]
    /// Tickets without an estimate: nothing can be suggested for them.
    package var withoutEstimate: [TicketWork]
    /// Whether tickets gave up the weeks that they were planned for.
    package var replans: Bool

    /// The suggestion for a contract with an open cycle.
    ///
    /// - Parameter works: what the contract's live tickets still want done, in any order.
    package init(contract found: Contract, works: [TicketWork], today: CivilDate, replans: Bool) {
        let calendar = PlanCalendar(
            contract: found, coverage: Coverage(of: found), today: today,
            weeks: Limits.planWeeksMax)
        let works = works.sorted(by: TicketWork.precedes)
        let isLater: (TicketWork) -> Bool = { work in
            guard let week = work.week, !replans, !work.passesLimit(of: found) else { return false }
            return week >= calendar.horizon && week.monday < found.planEnd
        }
        let ready = works.filter { ($0.toDo ?? .zero) > .zero && !isLater($0) }
        tickets = PlanSpread(calendar, works: ready, replans: replans).tickets
        contract = found.number
        self.today = calendar.today
        later = works.filter { $0.estimate != nil && isLater($0) }
        withoutEstimate = works.filter { $0.estimate == nil }
        self.replans = replans
        let sheet = PlanSheet(calendar, parts: Self.parts(tickets, found))
        let lastGiven = tickets.compactMap { $0.parts.last?.week }.max()
        let first = calendar.slots.first
        let lastEarly = calendar.asked.last { $0.pool == first?.pool }?.week
        let last = [lastGiven, lastEarly].compactMap(\.self).max()
        weeks = sheet.weeks.filter { week in last.map { week.week <= $0 } ?? false }
        let shown = weeks.last?.cycles ?? []
        pools = sheet.pools.filter { pool in
            pool.cycles.contains { cycle in shown.last.map { cycle <= $0 } ?? true }
        }
    }

    /// What the tickets' weeks become when the suggestion is taken: the first of each, and none for
    /// one that was to be planned anew and found no place.
    package var changes: [(ticket: Identifier<Ticket>, week: Week?, parts: [WeekDraw])] {
        tickets.compactMap { suggested in
            let week = suggested.parts.first?.week
            guard !suggested.isKept, week != suggested.work.week, week != nil || replans else {
                return nil
            }
            let parts = suggested.parts.map { WeekDraw(monday: $0.week.monday, drawn: $0.minutes) }
            return (suggested.work.ticket, week, parts)
        }
    }

    private static func parts(
        _ tickets: [SuggestedTicket], _ contract: Contract
    ) -> [CivilDate: [PlanPart]] {
        var parts: [CivilDate: [PlanPart]] = [:]
        for suggested in tickets {
            for part in suggested.parts {
                parts[part.week.monday, default: []].append(
                    PlanPart(
                        ticket: suggested.work.ticket, level: suggested.work.level,
                        minutes: part.minutes, extra: part.extra,
                        passesLimit: suggested.work.passesLimit(of: contract),
                        isLate: suggested.work.isLate(in: part.week)))
            }
        }
        return parts
    }
}

extension State {
    /// How a contract's live tickets could be spread over the weeks; refused without an open cycle.
    ///
    /// - Parameter replans: whether tickets give up the weeks that they were planned for.
    package func suggestPlan(
        of contract: Contract, at now: Instant, today: CivilDate, replans: Bool
    ) throws(Refusal) -> PlanSuggestion {
        try contract.expectOpenCycle(at: now)
        return PlanSuggestion(
            contract: contract, works: works(of: contract.number), today: today, replans: replans)
    }
}

/// Where a suggestion puts one ticket, and what it could not put (R12).
package struct SuggestedTicket: Hashable, Sendable {
    /// The ticket and what is still to do.
    package var work: TicketWork
    /// In order of weeks; together never more than is still to do.
    package var parts: [SuggestedPart]
    /// Whether it keeps the week that it was planned for.
    package var isKept: Bool
    /// What does not fit before the hours expire; nil when all does.
    package var shortfall: PlanShortfall?

    /// Whether its last part comes after the day by which it is to be done.
    package var isLate: Bool { work.isLate(in: parts.last?.week) }
}

/// What a suggestion gives to a ticket in one week.
package struct SuggestedPart: Hashable, Sendable {
    /// The week.
    package var week: Week
    /// How much of the ticket's work.
    package var minutes: Minutes
    /// What of it would not draw from the package: extra hours (R2, R8).
    package var extra: Minutes
}
