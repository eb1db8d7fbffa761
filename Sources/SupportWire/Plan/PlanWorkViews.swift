package import SupportModel

/// One week of a plan, against the weekly limit (R9). Amounts of work are minutes.
package struct PlanWeekView: View {
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
    package var remarks: [PlanRemark]

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
        remarks = plan.remarks
    }
}

/// A ticket as planning sees it. Amounts of work are minutes.
package struct PlanWorkView: View {
    /// The ticket's number.
    package var ticket: Identifier<Ticket>
    /// How severe it is, 1 to 4 (R3).
    package var level: Level
    /// What it is about, in one line.
    package var subject: String
    /// How much work it is thought to be, all in all; missing while nobody has said.
    package var estimate: Minutes?
    /// What its live time entries count.
    package var booked: Minutes
    /// What is still to do; missing, and not 0, without an estimate.
    package var toDo: Minutes?
    /// The Monday of the week that it is planned for; missing for none.
    package var week: CivilDate?
    /// By when it is to be done; missing where nothing was agreed.
    package var due: CivilDate?
    /// What of it is planned for weeks that have passed; missing for nothing, outside of the list
    /// of overdue work, and without an estimate.
    package var overdue: Minutes?
}

extension PlanWorkView {
    /// What callers see of overdue work.
    package init(_ late: OverdueWork) {
        self.init(late.work)
        overdue = late.minutes
    }

    /// What callers see of a ticket's work.
    package init(_ work: TicketWork) {
        self.init(
            ticket: work.ticket, level: work.level, subject: work.subject, estimate: work.estimate,
            booked: work.booked, toDo: work.toDo, week: work.week?.monday, due: work.deadline)
    }
}
