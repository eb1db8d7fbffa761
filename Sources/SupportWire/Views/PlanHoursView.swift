package import SupportModel

/// A plan against hours that expire together (R8, R10-R12). Amounts of work are minutes.
package struct PlanHoursView: Codable, Hashable, Sendable {
    /// The cycles that the hours belong to, 1 for the first: two where they are grouped.
    package var cycles: [Int]
    /// The day at whose beginning they expire; missing while the contract rests.
    package var expires: CivilDate?
    /// What is there and not drawn.
    package var left: Minutes
    /// What is planned to draw from it.
    package var planned: Minutes
    /// What can still be drawn before the hours expire (R12).
    package var usable: Minutes
    /// What is planned beyond what is left; missing for nothing.
    package var over: Minutes?
    /// What could be used, has nothing planned for it and will expire.
    package var idle: Minutes
    /// Warnings first.
    package var remarks: [PlanRemarkView]

    /// What callers see of the hours.
    package init(_ plan: PoolPlan) {
        cycles = plan.cycles.map { $0 + 1 }
        expires = plan.expires
        left = plan.left
        planned = plan.planned
        usable = plan.usable
        over = plan.over == .zero ? nil : plan.over
        idle = plan.idle
        remarks = plan.remarks.map(PlanRemarkView.init)
    }
}
