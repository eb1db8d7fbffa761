package import SupportModel

/// A plan against hours that expire together (R8, R10-R12). Amounts of work are minutes.
package struct PlanHoursView: View {
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
    package var remarks: [PlanRemark]
}

extension PlanHoursView {
    /// What callers see of the hours.
    package init(_ plan: PoolPlan) {
        self.init(
            cycles: plan.cycles.map { $0 + 1 }, expires: plan.expires, left: plan.left,
            planned: plan.planned, usable: plan.usable, over: plan.over == .zero ? nil : plan.over,
            idle: plan.idle, remarks: plan.remarks)
    }
}

/// What a plan gives to one ticket in one week.
package struct PlanPartView: View {
    /// The ticket's number.
    package var ticket: Identifier<Ticket>
    /// How severe it is, 1 to 4 (R3).
    package var level: Level
    /// The planned work; missing, and not 0, where the ticket has no estimate.
    package var minutes: Minutes?
    /// What of it would be extra hours; missing for none (R2, R8).
    package var extra: Minutes?
    /// True where the week begins after the day by which the ticket is to be done.
    package var late: Bool?

    /// What callers see of a part.
    package init(_ part: PlanPart) {
        ticket = part.ticket
        level = part.level
        minutes = part.minutes
        extra = part.extra == .zero ? nil : part.extra
        late = part.isLate ? true : nil
    }
}

/// What of a ticket does not fit before the hours expire, why, and what can be done.
package struct PlanShortfallView: View {
    /// How much does not fit, in minutes.
    package var minutes: Minutes
    /// How much of that goes on in later cycles; missing for nothing.
    package var carried: Minutes?
    /// What stands in the way.
    package var reason: PlanShortfall.Reason
    /// The ways out, the nearest first.
    package var options: [PlanOption]

    /// What callers see of a shortfall.
    package init(_ shortfall: PlanShortfall) {
        minutes = shortfall.minutes
        carried = shortfall.carried == .zero ? nil : shortfall.carried
        reason = shortfall.reason
        options = shortfall.options
    }
}
