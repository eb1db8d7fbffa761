import SupportModel
import SupportWire

/// Answers `contract.ungroup`.
enum ContractUngroupHandler: MutationHandler {
    static func command(_ request: ContractUngroup, _ desk: DeskView) throws -> UngroupHours {
        UngroupHours(
            contract: request.contract,
            cycles: try request.cycles.map {
                try CycleNumbers.indexes($0, of: ContractUngroup.method)
            },
            reason: request.reason)
    }

    static func isDryRun(_ request: ContractUngroup) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractUngroup, _ done: Done) throws -> ContractUngroup.Reply {
        let contract = try done.view.changed(request.contract)
        guard let first = done.event(HoursUngrouped.self)?.first else {
            throw Refusal.unknown(.contract, request.contract.description)
        }
        var reply = ContractUngroup.Reply(
            contract: ContractView(contract, at: done.view.now), dryRun: done.isDryRun,
            cycles: [first + 1, first + 2], balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}
