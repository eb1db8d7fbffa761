/// Planned work held against the weeks and the hours of a calendar.
struct PlanSheet {
    /// All weeks of the calendar, in order.
    private(set) var weeks: [WeekPlan] = []
    /// All its pools, in order.
    private(set) var pools: [PoolPlan] = []

    /// - Parameter parts: what is planned, by the Monday of its week.
    init(_ calendar: PlanCalendar, parts: [CivilDate: [PlanPart]]) {
        let contract = calendar.contract
        pools = calendar.pools.enumerated().map { place, pool in
            PoolPlan(
                cycles: pool.cycles, expires: calendar.expiry(ofPool: place),
                left: pool.left, planned: .zero, usable: calendar.usable(ofPool: place),
                extraPolicy: contract.terms(ofCycle: pool.cycles[0]).extraPolicy)
        }
        var slots = calendar.slots[...]
        var poolsOfWeek: [[Int]] = []
        while let first = slots.first {
            let ofWeek = slots.prefix { $0.week == first.week }
            slots = slots.dropFirst(ofWeek.count)
            let week = week(Array(ofWeek), calendar, parts[first.week.monday] ?? [])
            draw(week, from: ofWeek.map(\.pool))
            poolsOfWeek.append(ofWeek.map(\.pool))
            weeks.append(week)
        }
        for place in weeks.indices {
            let free = Set(poolsOfWeek[place]).reduce(Minutes.zero) {
                $0 + max(.zero, pools[$1].left - pools[$1].planned)
            }
            let rest = weeks[place].limit - weeks[place].drawn - weeks[place].planned
            weeks[place].room = max(.zero, min(rest, free))
        }
    }

    private func week(
        _ slots: [PlanSlot], _ calendar: PlanCalendar, _ parts: [PlanPart]
    ) -> WeekPlan {
        let cycle = slots[0].cycle
        return WeekPlan(
            week: slots[0].week, cycles: slots.map(\.cycle),
            limit: slots.map(\.limit).max() ?? .zero,
            drawn: calendar.drawn[slots[0].week.monday] ?? .zero,
            parts: parts.sorted { ($0.level, $0.ticket) < ($1.level, $1.ticket) },
            room: .zero,
            beyondLimit: calendar.contract.terms(ofCycle: cycle).emergencyBeyondLimit)
    }

    /// Takes a week's work from its pools: from the first while it lasts, the rest from the last.
    private mutating func draw(_ week: WeekPlan, from ofWeek: [Int]) {
        var rest = week.planned
        if week.beyondLimit == .extra { rest -= week.emergencyBeyond }
        for pool in ofWeek.dropLast() {
            let take = min(rest, max(.zero, pools[pool].left - pools[pool].planned))
            pools[pool].planned += take
            rest -= take
        }
        if let last = ofWeek.last { pools[last].planned += rest }
    }
}
