/// A spread of a contract's live tickets over the weeks, by level, deadline, age and room (R12).
///
/// The same state and day give the same suggestion.
package struct PlanSuggestion: Hashable, Sendable {
    package var contract: Identifier<Contract>
    /// The first day of the plan, in the contract's zone.
    package var today: CivilDate
    /// The weeks until the hours expire, and further to the last that has planned work.
    package var weeks: [WeekPlan]
    /// The hours of those weeks, in order of their expiry.
    package var pools: [PoolPlan]
    /// Every ticket with something to do for which a week was searched, in order of precedence.
    package var tickets: [SuggestedTicket]
    /// Tickets that keep a week beyond the last one of the plan.
    package var later: [TicketWork]
    /// Tickets without an estimate: nothing can be suggested for them.
    package var withoutEstimate: [TicketWork]
    /// Whether tickets were moved from the weeks that they were planned for.
    package var replans: Bool

    /// The suggestion for a contract with an open cycle.
    ///
    /// - Parameter works: the remaining work of the contract's live tickets, in any order.
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

    /// The new weeks of the tickets if the suggestion is applied: the first of each with its share in
    /// all of them, and none for one that was to be moved and has no room. A ticket that is planned as
    /// suggested is left out.
    package var changes: [(ticket: Identifier<Ticket>, week: Week?, parts: [WeekDraw])] {
        tickets.compactMap { suggested in
            let week = suggested.parts.first?.week
            guard week != nil || replans else { return nil }
            let parts = suggested.parts.map { WeekDraw(monday: $0.week.monday, drawn: $0.minutes) }
            var planned = suggested.work
            planned.week = week
            // All in one week is what a week without parts says.
            planned.parts = parts.first?.drawn == planned.toDo ? [] : parts
            guard !planned.isPlanned(like: suggested.work) else { return nil }
            return (planned.ticket, week, planned.parts)
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
    /// - Parameter replans: whether tickets may be moved from the weeks that they are planned for.
    package func suggestPlan(
        of contract: Contract, at now: Instant, today: CivilDate, replans: Bool
    ) throws(Refusal) -> PlanSuggestion {
        try contract.expectOpenCycle(at: now)
        return PlanSuggestion(
            contract: contract, works: works(of: contract.number), today: today, replans: replans)
    }
}

/// The weeks that a suggestion assigns to one ticket, and the work that does not fit (R12).
package struct SuggestedTicket: Hashable, Sendable {
    /// The ticket and its remaining work.
    package var work: TicketWork
    /// The parts in order of weeks; their sum is at most the remaining work.
    package var parts: [SuggestedPart]
    /// Whether it keeps the week that it was planned for.
    package var isKept: Bool
    /// The work that does not fit before the hours expire; nil for none.
    package var shortfall: PlanShortfall?

    /// Whether its last part comes after the day by which it is to be done.
    package var isLate: Bool { work.isLate(in: parts.last?.week) }
}

/// The work that a suggestion assigns to a ticket in one week.
package struct SuggestedPart: Hashable, Sendable {
    package var week: Week
    /// The part of the ticket's work.
    package var minutes: Minutes
    /// The part of it that would not draw from the package: extra hours (R2, R8).
    package var extra: Minutes
}
