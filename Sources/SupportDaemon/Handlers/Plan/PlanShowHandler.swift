import SupportModel
import SupportWire

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
