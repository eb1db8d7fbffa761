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

/// Answers `plan.show`.
enum PlanShowHandler: ReadHandler {
    static func answer(_ request: PlanShow, _ desk: DeskView) throws -> PlanShow.Reply {
        let contract = try desk.state.contract(request.contract, at: desk.now)
        return PlanShow.Reply(try desk.plan(of: contract, weeks: request.weeks), of: contract)
    }
}

extension DeskView {
    /// A contract's plan as it stands today.
    func plan(of contract: Contract, weeks: Int?) throws -> ContractPlan {
        let today = try zone(contract.zone).date(at: now)
        return try state.plan(of: contract, at: now, today: today, weeks: weeks)
    }
}

/// Answers `plan.suggest`.
enum PlanSuggestHandler: ReadHandler {
    static func answer(_ request: PlanSuggest, _ desk: DeskView) throws -> PlanSuggest.Reply {
        let contract = try desk.state.contract(request.contract, at: desk.now)
        let today = try desk.zone(contract.zone).date(at: desk.now)
        let suggestion = try desk.state.suggestPlan(
            of: contract, at: desk.now, today: today, replans: request.replan ?? false)
        return PlanSuggest.Reply(suggestion, of: contract)
    }
}

/// Answers `plan.apply`.
enum PlanApplyHandler: MutationHandler {
    static func command(_ request: PlanApply, _ desk: DeskView) throws -> ApplySuggestion {
        ApplySuggestion(contract: request.contract, replans: request.replan ?? false)
    }

    static func reply(_ request: PlanApply, _ done: Done) throws -> PlanApply.Reply {
        let contract = try done.view.state.contract(request.contract, at: done.view.now)
        let planned = done.events.compactMap { $0.body as? TicketPlanned }
        return PlanApply.Reply(
            contract: contract.number,
            changes: planned.map { PlanApply.Change(ticket: $0.ticket, week: $0.week) })
    }
}
