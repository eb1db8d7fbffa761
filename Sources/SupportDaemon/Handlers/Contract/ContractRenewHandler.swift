import SupportModel
import SupportWire

/// Answers `contract.renew`.
enum ContractRenewHandler: MutationHandler {
    static func command(_ request: ContractRenew, _ desk: DeskView) throws -> RenewContract {
        RenewContract(
            contract: request.contract, months: request.months, package: request.package,
            hours: request.hours?.minutes)
    }

    static func isDryRun(_ request: ContractRenew) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractRenew, _ done: Done) throws -> ContractRenew.Reply {
        let contract = try done.view.changed(request.contract)
        let months = contract.termMonths ?? contract.months
        let first = contract.months - months
        let open = contract.account.open
        let terms = PlannedView(contract.terms(ofCycle: first), fromCycle: first, of: contract)
        var reply = ContractRenew.Reply(
            contract: done.view.viewBesideOthers(contract), dryRun: done.isDryRun,
            cycle: first + 1, from: open?.index == first ? open?.from : terms.from, months: months,
            terms: terms, balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}
