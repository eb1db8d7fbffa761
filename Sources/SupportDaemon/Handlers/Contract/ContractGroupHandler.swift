import SupportModel
import SupportWire

/// Answers `contract.group`.
enum ContractGroupHandler: MutationHandler {
    static func command(_ request: ContractGroup, _ desk: DeskView) throws -> GroupHours {
        GroupHours(
            contract: request.contract,
            cycles: try CycleNumbers.indexes(request.cycles, of: ContractGroup.method),
            agreement: Agreement(by: request.agreedBy, reason: request.reason),
            weeklyLimit: request.weeklyLimit)
    }

    static func isDryRun(_ request: ContractGroup) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: ContractGroup, _ done: Done) throws -> ContractGroup.Reply {
        let contract = try done.view.changed(request.contract)
        guard let first = done.event(HoursGrouped.self)?.first,
            let group = contract.group(ofCycle: first)
        else { throw Refusal.unknown(.contract, request.contract.description) }
        let end = min(contract.end, contract.boundary(ofCycle: group.second + 1))
        var reply = ContractGroup.Reply(
            contract: ContractView(contract, at: done.view.now), dryRun: done.isDryRun,
            group: GroupView(group), expires: contract.openSuspension == nil ? end : nil,
            balance: try done.view.openBalance(contract))
        reply.take(
            BookedHours(of: contract.number, done.view).change(from: done.before), told: done.told)
        return reply
    }
}
