/// Which weeks, limits and hours there are to plan with, from a day on.
struct PlanCalendar: Sendable {
    /// Whose.
    let contract: Contract
    /// The first day that can still be planned.
    let today: CivilDate
    /// In order of time; whole pools, also where the last one reaches beyond the horizon.
    private(set) var slots: [PlanSlot] = []
    /// In order of time; the first is that of the open cycle.
    private(set) var pools: [PlanPool] = []
    /// What each week has drawn already, by its Monday (R9).
    private(set) var drawn: [CivilDate: Minutes] = [:]
    /// What can be used of the hours of the first pool, as `hours` says it (R12).
    private let usableNow: Minutes
    /// The first week after those that were asked for.
    let horizon: Week

    /// The calendar of a contract with an open cycle.
    ///
    /// - Parameter weeks: how many weeks to plan, counted from the day's own; nil: until the hours
    ///   of the open cycle expire, `Limits.planWeeksMax` at most.
    init(contract: Contract, coverage: Coverage, today: CivilDate, weeks: Int?) {
        self.contract = contract
        self.today = max(today, contract.account.open?.from ?? today)
        usableNow = contract.usable(coverage, from: today)
        let first = Week(containing: self.today)
        let last = (contract.poolEnd ?? self.today).advanced(byDays: -1)
        let count = weeks ?? Limits.planWeeksMax
        let furthest = Week(containing: first.monday.advanced(byDays: 7 * count))
        // A cycle in which the contract rests can be years long.
        horizon =
            weeks == nil ? min(furthest, max(first, Week(containing: last)).next) : furthest
        guard let open = contract.account.open else { return }
        add(from: open.from, to: open.to, cycle: open.index, left: coverage.left)
        addLaterCycles(after: open)
        for slot in slots {
            drawn[slot.week.monday] =
                contract.account.drawnBefore(in: slot.week) + coverage.drawn(in: slot.week)
        }
    }

    /// The slots of the weeks that were asked for.
    var asked: ArraySlice<PlanSlot> { slots.prefix { $0.week < horizon } }

    /// What the weeks until a pool expires still let through, and no more than it has (R12).
    func usable(ofPool pool: Int) -> Minutes {
        guard pool > 0 else { return usableNow }
        return WeekShare.through(
            slots.lazy.filter { $0.pool == pool }.map { ($0.week, $0.limit) },
            atMost: pools[pool].left
        ) { drawn[$0.monday] ?? .zero }
    }

    /// The day at whose beginning a pool's hours expire; nil while nobody knows, because the contract
    /// rests before that.
    func expiry(ofPool pool: Int) -> CivilDate? {
        pool > 0 ? pools[pool].expires : contract.poolExpiry
    }

    /// The first day on which nothing can be planned any more: the contract ends, or rests until
    /// somebody says otherwise.
    private var stop: CivilDate {
        min(contract.planEnd, contract.openSuspension?.from ?? contract.planEnd)
    }

    private mutating func addLaterCycles(after open: Cycle) {
        var (index, from) = (open.index, open.to)
        while from < stop {
            index += 1
            if let rest = contract.rests.last, rest.from == from, let to = rest.to {
                from = to
            }
            let group = contract.group(ofCycle: index)
            let continues = group?.second == index
            guard continues || Week(containing: from) < horizon else { return }
            let to = min(contract.planEnd, contract.boundary(ofCycle: index + 1))
            guard from < to else { return }
            if continues, !pools.isEmpty {
                pools[pools.count - 1].cycles.append(index)
                pools[pools.count - 1].expires = to
                addSlots(from: from, to: to, cycle: index)
            } else {
                let granted = contract.terms(ofCycle: index).included
                let second =
                    group == nil ? .zero : contract.terms(ofCycle: index + 1).included
                add(from: from, to: to, cycle: index, left: granted + second)
            }
            from = to
        }
    }

    private mutating func add(from: CivilDate, to: CivilDate, cycle: Int, left: Minutes) {
        pools.append(PlanPool(cycles: [cycle], left: left, expires: to))
        addSlots(from: from, to: to, cycle: cycle)
    }

    private mutating func addSlots(from: CivilDate, to: CivilDate, cycle: Int) {
        let (from, to) = (max(from, today), min(to, stop))
        let services = contract.terms(ofCycle: cycle).services
        for share in contract.weekShares(ofCycle: cycle, from: from, to: to) {
            slots.append(
                PlanSlot(
                    week: share.week, cycle: cycle, pool: pools.count - 1, limit: share.limit,
                    services: services))
        }
    }
}

extension Contract {
    /// The first day for which nothing can be planned: the contract's end, or where it renews
    /// itself, the end of the term after (R5).
    package var planEnd: CivilDate {
        guard renewal == .auto, termination == nil else { return end }
        let longer = min(months + (termMonths ?? months), Limits.contractMonthsMax)
        return boundary(ofCycle: max(months, longer))
    }
}

/// The days that one week and one cycle have in common: where planned work draws its hours.
///
/// A week that a cycle boundary cuts has two, which share the week's one limit (R9).
struct PlanSlot: Hashable, Sendable {
    /// The week.
    var week: Week
    /// The index of the cycle.
    var cycle: Int
    /// Which of the calendar's pools its hours come from.
    var pool: Int
    /// The most that the week may draw by work of these days.
    var limit: Minutes
    /// The services that draw from the package on these days (R2).
    var services: [Name<Service>]
}
