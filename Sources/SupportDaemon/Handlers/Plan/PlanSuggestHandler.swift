import SupportModel
import SupportWire

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
