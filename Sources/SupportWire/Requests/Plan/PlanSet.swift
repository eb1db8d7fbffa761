package import SupportModel

/// Gives a ticket an estimate, a week and a date, or takes them away (R12).
package struct PlanSet: Request {
    package static let method = "plan.set"
    package static let access = Access.write
    /// The ticket to plan, in whatever state but closed.
    package var ticket: Identifier<Ticket>
    /// How much work it is, all in all, from 1 minute to 1000 hours; as before unless said.
    package var estimate: Minutes?
    /// A day of the week in which the work begins; as before unless said.
    package var week: CivilDate?
    /// The day by which it was agreed to be done; as before unless said.
    package var due: CivilDate?
    /// Whether the estimate is taken away.
    package var noEstimate: Bool?
    /// Whether the week is taken away.
    package var noWeek: Bool?
    /// Whether the date is taken away.
    package var noDue: Bool?
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(
        ticket: Identifier<Ticket>, estimate: Minutes? = nil, week: CivilDate? = nil,
        due: CivilDate? = nil, noEstimate: Bool? = nil, noWeek: Bool? = nil, noDue: Bool? = nil,
        dryRun: Bool? = nil
    ) {
        self.ticket = ticket
        self.estimate = estimate
        self.week = week
        self.due = due
        self.noEstimate = noEstimate
        self.noWeek = noWeek
        self.noDue = noDue
        self.dryRun = dryRun
    }

    /// The ticket's plan, and its week against the limit.
    package struct Reply: Codable, Hashable, Sendable {
        /// The ticket with what is still to do, as it is planned or would be.
        package var work: PlanWorkView
        /// The contract that the plan is part of; missing on demand.
        package var contract: Identifier<Contract>?
        /// The ticket's week as it is planned now; missing without one, on demand, and for one that
        /// a plan does not reach.
        package var week: PlanWeekView?
        /// The hours that the week draws from; empty where `week` is missing.
        package var hours: [PlanHoursView]
        /// True when nothing was changed.
        package var dryRun: Bool

        package init(
            work: PlanWorkView, contract: Identifier<Contract>? = nil, week: PlanWeekView? = nil,
            hours: [PlanHoursView] = [], dryRun: Bool
        ) {
            self.work = work
            self.contract = contract
            self.week = week
            self.hours = hours
            self.dryRun = dryRun
        }
    }
}
