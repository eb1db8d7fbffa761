package import SupportModel

/// One week of a plan, against the weekly limit (R9). Amounts of work are minutes.
package struct PlanWeekView: Codable, Hashable, Sendable {
    /// The week's Monday.
    package var week: CivilDate
    /// The cycles that its days belong to, 1 for the first: two where a boundary cuts it.
    package var cycles: [Int]
    /// The most that the week may draw from the package.
    package var limit: Minutes
    /// What it has drawn already.
    package var drawn: Minutes
    /// What is planned to draw.
    package var planned: Minutes
    /// What can still be planned into it.
    package var room: Minutes
    /// What is planned beyond the limit and would be refused; missing for nothing.
    package var over: Minutes?
    /// What Level 1 work passes the limit by, as it may; missing for nothing.
    package var emergencyBeyond: Minutes?
    /// The tickets, most severe first.
    package var tickets: [PlanPartView]
    /// Warnings first.
    package var remarks: [PlanRemarkView]

    /// What callers see of a week.
    package init(_ plan: WeekPlan) {
        week = plan.week.monday
        cycles = plan.cycles.map { $0 + 1 }
        limit = plan.limit
        drawn = plan.drawn
        planned = plan.planned
        room = plan.room
        over = plan.over == .zero ? nil : plan.over
        emergencyBeyond = plan.emergencyBeyond == .zero ? nil : plan.emergencyBeyond
        tickets = plan.parts.map(PlanPartView.init)
        remarks = plan.remarks.map(PlanRemarkView.init)
    }
}
