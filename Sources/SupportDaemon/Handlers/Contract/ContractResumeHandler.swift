import SupportModel
import SupportWire

/// Answers `contract.resume`.
enum ContractResumeHandler: MutationHandler {
    static func command(_ request: ContractResume, _ desk: DeskView) throws -> ResumeContract {
        ResumeContract(contract: request.contract, on: request.on)
    }

    static func isDryRun(_ request: ContractResume) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractResume, _ done: Done) throws -> ContractResume.Reply {
        let contract = try done.view.changed(request.contract)
        guard let on = done.event(ContractResumed.self)?.on else {
            throw Refusal.unknown(.contract, request.contract.description)
        }
        let rest = contract.rests.last.flatMap { $0.to == on ? $0 : nil }
        var reply = ContractResume.Reply(
            contract: ContractView(contract, at: done.view.now), dryRun: done.isDryRun, on: on,
            days: rest?.days ?? 0, balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}
