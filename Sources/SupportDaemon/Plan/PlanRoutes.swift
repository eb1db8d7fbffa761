import SupportModel
import SupportWire

/// The methods of plans.
enum PlanRoutes {
    static let all: [Route] = [
        .change(PlanTicket.self, reply: planned),
        .read(PlanShow.self, answer: show),
        .read(PlanSuggest.self, answer: suggest),
        .change(ApplySuggestion.self) { done in
            ApplySuggestion.Reply(
                contract: done.made.contract,
                changes: done.made.planned.map {
                    ApplySuggestion.Change(
                        ticket: $0.ticket, week: $0.week,
                        parts: $0.parts?.map(SuggestedPartView.init))
                })
        },
    ]

    private static func planned(_ done: Done<Identifier<Ticket>>) -> PlanTicket.Reply {
        let state = done.state
        let ticket = state.tickets.made(done.made)
        var reply = PlanTicket.Reply(
            work: PlanWorkView(state.work(of: ticket)), contract: ticket.contract,
            dryRun: done.isDryRun)
        guard ticket.plannedWeek != nil,
            let contract = ticket.contract.flatMap({ state.contracts[$0] })
        else { return reply }
        // A contract that has ended has no plan; the ticket was changed all the same.
        guard let plan = try? done.desk.plan(of: contract, weeks: Limits.planWeeksMax),
            let week = plan.weeks.first(where: { $0.week.monday == ticket.plannedWeek })
        else { return reply }
        reply.week = PlanWeekView(week)
        reply.hours = plan.pools.filter { !Set($0.cycles).isDisjoint(with: week.cycles) }
            .map(PlanHoursView.init)
        return reply
    }

    private static func show(_ request: PlanShow, _ desk: DeskView) throws -> PlanShow.Reply {
        let contract = try desk.state.contract(request.contract, at: desk.now)
        return PlanShow.Reply(try desk.plan(of: contract, weeks: request.weeks), of: contract)
    }

    private static func suggest(_ request: PlanSuggest, _ desk: DeskView) throws
        -> PlanSuggest.Reply
    {
        let contract = try desk.state.contract(request.contract, at: desk.now)
        let today = try desk.zone(contract.zone).date(at: desk.now)
        let suggestion = try desk.state.suggestPlan(
            of: contract, at: desk.now, today: today, replans: request.replan ?? false)
        return PlanSuggest.Reply(suggestion, of: contract)
    }
}

extension DeskView {
    /// A contract's plan as it stands today.
    func plan(of contract: Contract, weeks: Int?) throws -> ContractPlan {
        let today = try zone(contract.zone).date(at: now)
        return try state.plan(of: contract, at: now, today: today, weeks: weeks)
    }
}
