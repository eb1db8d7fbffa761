import SupportModel
import SupportWire

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
