package import SupportModel

extension PlanTicket {
    /// A plan with a week and without the values that are taken away.
    package init(
        ticket: Identifier<Ticket>, estimate: Minutes? = nil, week: Week?, due: CivilDate? = nil,
        taken: Set<Part> = []
    ) {
        self.init(
            ticket: ticket, estimate: estimate, week: week.map { .holding($0.monday) },
            due: due.map { .date($0) },
            noEstimate: taken.contains(.estimate), noWeek: taken.contains(.week),
            noDue: taken.contains(.due))
    }

    /// The same without a week.
    package init(
        ticket: Identifier<Ticket>, estimate: Minutes? = nil, due: CivilDate? = nil,
        taken: Set<Part>
    ) {
        self.init(ticket: ticket, estimate: estimate, week: Week?.none, due: due, taken: taken)
    }
}
