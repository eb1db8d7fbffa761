/// Planned work compared with the weeks and the hours of a calendar.
struct PlanSheet {
    /// All weeks of the calendar, in order.
    private(set) var weeks: [WeekPlan] = []
    /// All its pools, in order.
    private(set) var pools: [PoolPlan] = []

    /// - Parameter parts: the planned work, by the Monday of its week.
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

    /// Draws a week's work from its pools: from the first until it is used up, the rest from the
    /// last.
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

/// The planned work of one ticket in one week.
package struct PlanPart: Hashable, Sendable {
    package var ticket: Identifier<Ticket>
    /// Its level; Level 1 may exceed the weekly limit (R9).
    package var level: Level
    /// The work that is planned; nil, and not 0, without an estimate.
    package var minutes: Minutes?
    /// The part that cannot draw from the package: extra hours (R2, R8).
    package var extra: Minutes
    /// Whether it may exceed the weekly limit without a refusal (R9).
    package var passesLimit: Bool
    /// Whether the week begins after the day by which the ticket is to be done.
    package var isLate: Bool

    /// The part of the work that draws from the package.
    package var drawn: Minutes { (minutes ?? .zero) - extra }
}

/// A remark of a plan on one of its weeks, or on its hours.
package struct PlanRemark: Hashable, Sendable, Codable {
    /// Whether the plan should be changed; otherwise the remark only explains.
    package var isWarning: Bool
    /// `R9`, as in the agency's terms.
    package var rule: String
    /// The fact, with its figures.
    package var text: String

    private enum CodingKeys: String, CodingKey {
        case isWarning = "warning"
        case rule, text
    }
}

/// The part of a ticket's work that does not fit before the hours expire, with the reason and the
/// options.
package struct PlanShortfall: Hashable, Sendable {
    /// The work that does not fit.
    package var minutes: Minutes
    /// The part of it that draws from hours of later cycles.
    package var carried: Minutes
    package var reason: Reason
    /// The options, the simplest first.
    package var options: [PlanOption]

    /// Why work does not fit.
    package enum Reason: String, Sendable, Codable, CaseIterable {
        /// All hours of the package are drawn or planned for other work (R8).
        case package
        /// Hours are left, but no week has room for them (R9).
        case weeklyLimit = "weekly-limit"
        /// The package does not include the service: it is extra hours in any week (R2).
        case service
        /// There is no week in which the contract is active.
        case noWeek = "no-week"
    }
}

/// An option where work does not fit before the hours expire.
package enum PlanOption: String, Sendable, Codable, CaseIterable {
    /// It continues in the next cycle, with that cycle's hours.
    case nextCycle = "next-cycle"
    /// It is booked as extra hours, billed separately (R8).
    case extraHours = "extra-hours"
    /// An account manager lifts the weekly limit for an entry (R9).
    case liftLimit = "lift-limit"
    /// An account manager agrees to group the month with the next (R11).
    case groupMonths = "group-months"
    /// Less severe tickets are moved from the weeks that they are planned for.
    case replan
    /// The contract is renewed for another term (R5).
    case renew
}
