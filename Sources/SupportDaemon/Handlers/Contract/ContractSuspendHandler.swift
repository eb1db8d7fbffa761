import SupportModel
import SupportWire

/// Answers `contract.suspend`.
enum ContractSuspendHandler: MutationHandler {
    static func command(_ request: ContractSuspend, _ desk: DeskView) throws -> SuspendContract {
        SuspendContract(
            contract: request.contract, from: request.from, until: request.until,
            reason: request.reason)
    }

    static func isDryRun(_ request: ContractSuspend) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractSuspend, _ done: Done) throws -> ContractSuspend.Reply {
        let contract = try done.view.changed(request.contract)
        guard let suspension = contract.rests.last else {
            throw Refusal.unknown(.contract, request.contract.description)
        }
        var reply = ContractSuspend.Reply(
            contract: ContractView(contract, at: done.view.now), dryRun: done.isDryRun,
            suspension: SuspensionView(suspension), balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}
