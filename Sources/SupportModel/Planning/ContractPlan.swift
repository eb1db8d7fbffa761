/// What a contract's live tickets are planned for, week by week, against the weekly limit and the
/// package (R12).
package struct ContractPlan: Hashable, Sendable {
    /// Whose plan it is.
    package var contract: Identifier<Contract>
    /// The first day of the plan, in the contract's zone.
    package var today: CivilDate
    /// From this week on; weeks in which the contract rests are left out.
    package var weeks: [WeekPlan]
    /// The hours of those weeks: first those that expire first.
    package var pools: [PoolPlan]
    /// Planned for a week that is past, and not resolved.
    package var overdue: [TicketWork]
    /// Planned for a week that is not among `weeks`: a later one, or one in which nothing can be
    /// done any more.
    package var elsewhere: [TicketWork]
    /// With an estimate and without a week.
    package var unplanned: [TicketWork]
    /// Without an estimate, in a week or not: they are counted nowhere.
    package var withoutEstimate: [TicketWork]
    /// The first day on which the contract rests until somebody says otherwise; nil for none.
    package var restsFrom: CivilDate?

    /// - Parameters:
    ///   - works: what the contract's live tickets still want done, in any order.
    ///   - showsAllHours: whether later cycles' hours are shown where nothing is planned for them.
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
        // The first week of the next cycle is often the last one of this.
        pools =
            sheet.pools.prefix(1)
            + sheet.pools.dropFirst().filter { showsAllHours || $0.planned > .zero }
        overdue = works.filter { $0.placements.first.map { $0.week < thisWeek } ?? false }
        elsewhere = works.filter { work in
            let weeks = work.placements.map(\.week)
            return weeks.contains { $0 >= thisWeek && !shown.contains($0) }
                && !weeks.contains { shown.contains($0) }
        }
        unplanned = works.filter { $0.week == nil && $0.estimate != nil }
        withoutEstimate = works.filter { $0.estimate == nil }
        restsFrom = calendar.contract.openSuspension?.from
    }
}

extension TicketWork {
    /// What is to do of the ticket in one week, of which these are the slots.
    fileprivate func part(
        _ week: Week, _ minutes: Minutes?, in slots: [PlanSlot], of contract: Contract
    ) -> PlanPart {
        let isIncluded = slots.contains { $0.services.contains(service) }
        return PlanPart(
            ticket: ticket, level: level, minutes: minutes,
            extra: isIncluded ? .zero : minutes ?? .zero, passesLimit: passesLimit(of: contract),
            isLate: isLate(in: week))
    }

    /// Whether a contract lets the ticket's work pass the weekly limit without a refusal (R9).
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
    /// A contract's plan, seen on a day; refused without an open cycle, and for a number of weeks
    /// outside of 1 to `Limits.planWeeksMax`.
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
    /// Refuses a contract that has no hours to plan with: it has ended, or rests between cycles.
    func expectOpenCycle(at now: Instant) throws(Refusal) {
        guard account.open == nil else { return }
        throw .contractNotActive(number, standing(at: now), start: start, end: end)
    }
}
