import SupportModel
import SupportWire

/// Answers `contract.sign`.
enum ContractSignHandler: MutationHandler {
    static func command(_ request: ContractSign, _ desk: DeskView) throws -> SignContract {
        SignContract(
            client: request.client, package: request.package, start: request.from,
            months: request.months, manager: request.manager, project: request.project,
            hours: request.hours, extraPolicy: request.extra ?? .allow)
    }

    static func reply(_ request: ContractSign, _ done: Done) throws -> ContractView {
        let signed = done.view.state.contractsOfClient[request.client]?.last
        guard let contract = signed.flatMap({ done.view.state.contracts[$0] }) else {
            throw Refusal.unknown(.contract, request.client.text)
        }
        return ContractView(contract, at: done.view.now)
    }
}
