/// The weeks, limits and hours of a contract that are available for planning from a day on.
struct PlanCalendar: Sendable {
    let contract: Contract
    /// The first day that can still be planned.
    let today: CivilDate
    /// The slots in order of time; they cover whole pools, even where the last one reaches beyond
    /// the horizon.
    private(set) var slots: [PlanSlot] = []
    /// The pools in order of time; the first is that of the open cycle.
    private(set) var pools: [PlanPool] = []
    /// The hours that each week has drawn already, by its Monday (R9).
    private(set) var drawn: [CivilDate: Minutes] = [:]
    /// The usable hours of the first pool, as `hours` answers them (R12).
    private let usableNow: Minutes
    /// The first week after the requested ones.
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
        // A cycle with a suspension can be years long.
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

    /// The slots of the requested weeks.
    var asked: ArraySlice<PlanSlot> { slots.prefix { $0.week < horizon } }

    /// The hours that the weeks until a pool expires can still draw, at most those of the pool
    /// (R12).
    func usable(ofPool pool: Int) -> Minutes {
        guard pool > 0 else { return usableNow }
        return WeekShare.through(
            slots.lazy.filter { $0.pool == pool }.map { ($0.week, $0.limit) },
            atMost: pools[pool].left
        ) { drawn[$0.monday] ?? .zero }
    }

    /// The day at whose beginning a pool's hours expire; nil while unknown, because the contract is
    /// suspended without an end before that.
    func expiry(ofPool pool: Int) -> CivilDate? {
        pool > 0 ? pools[pool].expires : contract.poolExpiry
    }

    /// The first day for which nothing can be planned: the contract's end, or the start of a
    /// suspension without an end.
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
    /// The first day for which nothing can be planned: the contract's end, or for a contract that
    /// renews automatically, the end of the next term (R5).
    package var planEnd: CivilDate {
        guard renewal == .auto, termination == nil else { return end }
        let longer = min(months + (termMonths ?? months), Limits.contractMonthsMax)
        return boundary(ofCycle: max(months, longer))
    }
}

/// The days that one week and one cycle have in common, from whose hours planned work draws.
///
/// A week that a cycle boundary cuts has two slots, which share the week's limit (R9).
struct PlanSlot: Hashable, Sendable {
    var week: Week
    /// The index of the cycle.
    var cycle: Int
    /// The index of the calendar's pool from which its hours come.
    var pool: Int
    /// The most that the week may draw with work of these days.
    var limit: Minutes
    /// The services that draw from the package on these days (R2).
    var services: [Name<Service>]
}
