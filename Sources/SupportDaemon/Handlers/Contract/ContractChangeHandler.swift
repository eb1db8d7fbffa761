import SupportModel
import SupportWire

/// Answers `contract.change`.
enum ContractChangeHandler: MutationHandler {
    static func command(_ request: ContractChange, _ desk: DeskView) throws -> ChangeContract {
        ChangeContract(
            contract: request.contract, package: request.package, hours: request.hours?.minutes,
            manager: request.manager, project: request.project, extraPolicy: request.extra,
            renewal: request.renewal)
    }

    static func isDryRun(_ request: ContractChange) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractChange, _ done: Done) throws -> ContractChange.Reply {
        let contract = try done.view.changed(request.contract)
        let upgraded = done.event(ContractUpgraded.self)
        let planned = done.event(ContractTermsPlanned.self)
        // An upgrade leaves the renewed term's terms as they were agreed.
        let plan = upgraded == nil ? planned?.plan : contract.planned?.first
        let isNamedAnew = request.project != nil || request.renewal != nil
        var reply = ContractChange.Reply(
            contract: isNamedAnew
                ? done.view.viewBesideOthers(contract)
                : ContractView(contract, at: done.view.now),
            dryRun: done.isDryRun,
            upgrade: upgraded.flatMap { _ in
                contract.account.open?.upgrades?.last.map(UpgradeView.init)
            },
            planned: plan.map { PlannedView($0, of: contract) },
            dropped: (upgraded?.dropped ?? planned?.dropped).map { PlannedView($0, of: contract) },
            balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}
