import SupportModel
import SupportWire

/// Answers `contract.sign`.
enum ContractSignHandler: MutationHandler {
    static func command(_ request: ContractSign, _ desk: DeskView) throws -> SignContract {
        SignContract(
            client: request.client, package: request.package, start: request.from,
            months: request.months, manager: request.manager, project: request.project,
            hours: request.hours?.minutes, extraPolicy: request.extra ?? .allow,
            renewal: request.renewal)
    }

    static func isDryRun(_ request: ContractSign) -> Bool { request.dryRun ?? false }

    static func reply(_ request: ContractSign, _ done: Done) throws -> ContractView {
        let signed = done.view.state.contractsOfClient[request.client]?.last
        guard let contract = signed.flatMap({ done.view.state.contracts[$0] }) else {
            throw Refusal.unknown(.contract, request.client.text)
        }
        var view = done.view.viewBesideOthers(contract)
        view.dryRun = done.isDryRun ? true : nil
        return view
    }
}
