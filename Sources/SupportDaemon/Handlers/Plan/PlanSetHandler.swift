import SupportModel
import SupportWire

/// Answers `plan.set`.
enum PlanSetHandler: MutationHandler {
    static func command(_ request: PlanSet, _ desk: DeskView) throws -> PlanTicket {
        let taken: [(PlanTicket.Part, Bool?)] = [
            (.estimate, request.noEstimate), (.week, request.noWeek), (.due, request.noDue),
        ]
        return PlanTicket(
            ticket: request.ticket, estimate: request.estimate,
            week: request.week.map { Week(containing: $0) }, due: request.due,
            taken: Set(taken.filter { $0.1 ?? false }.map(\.0)))
    }

    static func isDryRun(_ request: PlanSet) -> Bool { request.dryRun ?? false }

    static func reply(_ request: PlanSet, _ done: Done) throws -> PlanSet.Reply {
        let state = done.view.state
        let ticket = try state.ticket(request.ticket)
        var reply = PlanSet.Reply(
            work: PlanWorkView(state.work(of: ticket)), contract: ticket.contract,
            dryRun: done.isDryRun)
        guard ticket.plannedWeek != nil,
            let contract = ticket.contract.flatMap({ state.contracts[$0] })
        else { return reply }
        // A contract that has ended has no plan; the ticket was changed all the same.
        guard let plan = try? done.view.plan(of: contract, weeks: Limits.planWeeksMax),
            let week = plan.weeks.first(where: { $0.week.monday == ticket.plannedWeek })
        else { return reply }
        reply.week = PlanWeekView(week)
        reply.hours = plan.pools.filter { !Set($0.cycles).isDisjoint(with: week.cycles) }
            .map(PlanHoursView.init)
        return reply
    }
}
