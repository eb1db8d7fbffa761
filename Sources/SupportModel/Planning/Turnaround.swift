/// What a client can expect of a ticket: when its work can begin and by when it is to be done (R9, R12).
///
/// The hours that others' planned work takes are not free. Level 1 passes the weekly limit without asking,
/// and extra hours wait for nothing.
package struct Turnaround: Hashable, Sendable {
    /// The deadline of the resolution; nil where none is promised, and while it stands still.
    package var due: Instant?
    /// The Monday of the first week that has hours for it, where this week has none left (R9).
    package var week: CivilDate?
    /// What that week, or this one, still lets through; nil where nothing is drawn from a package.
    package var room: Minutes?
    /// In the last week of a cycle whose hours were saved up: what of them the week does not let through
    /// any more (R12).
    package var beyond: Minutes?
    /// The day from which the hours of the next cycle can be used, where work of this one has to wait.
    package var until: CivilDate?
    /// Whether the work is extra hours: the package's are used up, or it leaves the service out (R2, R8).
    package var isExtra: Bool

    package init(
        due: Instant? = nil, week: CivilDate? = nil, room: Minutes? = nil, beyond: Minutes? = nil,
        until: CivilDate? = nil, isExtra: Bool = false
    ) {
        (self.due, self.week, self.room, self.beyond) = (due, week, room, beyond)
        (self.until, self.isExtra) = (until, isExtra)
    }
}

extension State {
    /// What can be expected of a ticket.
    ///
    /// - Parameter today: in the zone of its contract, or of its client.
    package func turnaround(
        of ticket: Ticket, at now: Instant, today: CivilDate
    ) -> Turnaround {
        var expected = Turnaround()
        guard ticket.state.isLive else { return expected }
        expected.due = deadlines(of: ticket).first { $0.kind == .resolution }?.at
        guard let contract = ticket.contract.flatMap({ contracts[$0] }),
            let open = contract.account.open,
            let plan = try? plan(
                of: contract, at: now, today: today, weeks: Limits.planWeeksMax)
        else { return expected }
        let work = work(of: ticket)
        let terms = contract.terms(ofCycle: open.index)
        guard terms.services.contains(ticket.service), !work.passesLimit(of: contract) else {
            expected.isExtra = !terms.services.contains(ticket.service)
            return expected
        }
        let pool = plan.pools.first
        expected.isExtra = terms.extraPolicy == .allow && pool.map { $0.left <= .zero } ?? false
        if !expected.isExtra { expected.wait(for: plan, ticket: ticket, contract, today: today) }
        return expected
    }
}

extension Turnaround {
    /// Looks for the first week with hours, and for hours of this cycle that come too late.
    fileprivate mutating func wait(
        for plan: ContractPlan, ticket: Ticket, _ contract: Contract, today: CivilDate
    ) {
        let thisWeek = Week(containing: max(today, plan.today))
        // A ticket that is planned has its hours in its own week.
        let own = ticket.plannedWeek.map { Week(containing: $0) }
        let first =
            own.flatMap { week in plan.weeks.first { $0.week == week } }
            ?? plan.weeks.first { $0.room > .zero }
        room = first?.room
        if let first, first.week > thisWeek { week = first.week.monday }
        guard let pool = plan.pools.first, let expires = pool.expires,
            Week(containing: expires.advanced(byDays: -1)) <= thisWeek, pool.usable < pool.left
        else { return }
        (room, beyond) = (pool.usable, pool.left - pool.usable)
        until = expires < contract.planEnd ? expires : nil
    }
}
