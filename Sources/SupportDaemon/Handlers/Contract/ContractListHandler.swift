import SupportModel
import SupportWire

/// Answers `contract.list`.
enum ContractListHandler: ReadHandler {
    static func answer(_ request: ContractList, _ desk: DeskView) throws -> ContractList.Reply {
        if let client = request.client { _ = try desk.state.client(client) }
        let contracts = desk.state.contracts.values
            .filter { request.client == nil || $0.client == request.client }
            .sorted { $0.number < $1.number }
        return ContractList.Reply(contracts: contracts.map { ContractView($0, at: desk.now) })
    }
}
