/// The planned work of a contract's live tickets per week, compared with the weekly limit and the
/// package (R12).
package struct ContractPlan: Hashable, Sendable {
    package var contract: Identifier<Contract>
    /// The first day of the plan, in the contract's zone.
    package var today: CivilDate
    /// The weeks from the present one on, without those in which the contract is suspended.
    package var weeks: [WeekPlan]
    /// The hours of those weeks, in order of their expiry.
    package var pools: [PoolPlan]
    /// Live tickets with work that is planned for a past week and not done.
    package var overdue: [OverdueWork]
    /// Tickets that are planned for a week that is not among `weeks`: a later one, or one that has
    /// no active day left.
    package var elsewhere: [TicketWork]
    /// Tickets with an estimate and without a week.
    package var unplanned: [TicketWork]
    /// Tickets without an estimate, with or without a week; they are not included in any sum.
    package var withoutEstimate: [TicketWork]
    /// The first day of a suspension without an end; nil for none.
    package var restsFrom: CivilDate?

    /// - Parameters:
    ///   - works: the remaining work of the contract's live tickets, in any order.
    ///   - showsAllHours: whether later cycles' hours are included where nothing is planned for
    ///     them.
    init(_ calendar: PlanCalendar, works: [TicketWork], showsAllHours: Bool) {
        let works = works.sorted(by: TicketWork.precedes)
        let today = calendar.today
        let thisWeek = Week(containing: today)
        let shown = Set(calendar.asked.map(\.week))
        var parts: [CivilDate: [PlanPart]] = [:]
        for work in works {
            for place in work.placements {
                let slots = calendar.slots.filter { $0.week == place.week }
                parts[place.week.monday, default: []].append(
                    work.part(place.week, place.minutes, in: slots, of: calendar.contract))
            }
        }
        let sheet = PlanSheet(calendar, parts: parts)
        contract = calendar.contract.number
        self.today = today
        weeks = sheet.weeks.filter { $0.week < calendar.horizon }
        // The first week of the next cycle is often also the last one of this cycle.
        pools =
            sheet.pools.prefix(1)
            + sheet.pools.dropFirst().filter { showsAllHours || $0.planned > .zero }
        overdue = works.compactMap { $0.overdue(before: thisWeek) }
        // Finished work waits for nothing but the end of its ticket.
        let unfinished = works.filter { $0.toDo != .zero }
        elsewhere = unfinished.filter { work in
            let weeks = work.placements.map(\.week)
            return weeks.contains { $0 >= thisWeek && !shown.contains($0) }
                && !weeks.contains { shown.contains($0) }
        }
        unplanned = unfinished.filter { $0.week == nil && $0.estimate != nil }
        withoutEstimate = works.filter { $0.estimate == nil }
        restsFrom = calendar.contract.openSuspension?.from
    }
}

/// Work of a ticket that is planned for weeks that have passed.
package struct OverdueWork: Hashable, Sendable {
    /// The ticket, with all its remaining work.
    package var work: TicketWork
    /// The part of that which is planned for past weeks, more than 0; nil, and not 0, without an
    /// estimate.
    package var minutes: Minutes?
}

extension TicketWork {
    /// The part of the remaining work that is planned for weeks before one; nil for none.
    fileprivate func overdue(before week: Week) -> OverdueWork? {
        let past = placements.filter { $0.week < week && $0.minutes != .zero }
        guard !past.isEmpty else { return nil }
        guard estimate != nil else { return OverdueWork(work: self, minutes: nil) }
        return OverdueWork(
            work: self, minutes: past.reduce(.zero) { $0 + ($1.minutes ?? .zero) })
    }

    /// The ticket's planned work in one week, whose slots are given.
    fileprivate func part(
        _ week: Week, _ minutes: Minutes?, in slots: [PlanSlot], of contract: Contract
    ) -> PlanPart {
        let isIncluded = slots.contains { $0.services.contains(service) }
        return PlanPart(
            ticket: ticket, level: level, minutes: minutes,
            extra: isIncluded ? .zero : minutes ?? .zero, passesLimit: passesLimit(of: contract),
            isLate: isLate(in: week))
    }

    /// Whether the ticket's work may exceed the contract's weekly limit without a refusal (R9).
    func passesLimit(of contract: Contract) -> Bool {
        level == .emergency && contract.terms.emergencyBeyondLimit != .refuse
    }

    /// Whether a week begins after the day by which the ticket is to be done.
    func isLate(in week: Week?) -> Bool {
        guard let deadline, let week else { return false }
        return week.monday > deadline
    }
}

extension State {
    /// A contract's plan on a day; refused without an open cycle, and for a number of weeks outside
    /// of 1 to `Limits.planWeeksMax`.
    ///
    /// - Parameter weeks: how many weeks to show; nil: until the hours expire.
    package func plan(
        of contract: Contract, at now: Instant, today: CivilDate, weeks: Int? = nil
    ) throws(Refusal) -> ContractPlan {
        if let weeks, !(1...Limits.planWeeksMax).contains(weeks) {
            throw .invalid(.planWeeks, .plan(.weeks(weeks)))
        }
        try contract.expectOpenCycle(at: now)
        let calendar = PlanCalendar(
            contract: contract, coverage: Coverage(of: contract), today: today, weeks: weeks)
        return ContractPlan(
            calendar, works: works(of: contract.number), showsAllHours: weeks != nil)
    }
}

extension Contract {
    /// Refuses a contract without hours to plan: it has ended, or is suspended between cycles.
    func expectOpenCycle(at now: Instant) throws(Refusal) {
        guard account.open == nil else { return }
        throw .contractNotActive(number, standing(at: now), start: start, end: end)
    }
}
