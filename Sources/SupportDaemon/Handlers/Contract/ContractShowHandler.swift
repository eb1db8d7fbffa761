import SupportModel
import SupportWire

/// Answers `contract.show`.
enum ContractShowHandler: ReadHandler {
    static func answer(_ request: ContractShow, _ desk: DeskView) throws -> ContractView {
        ContractView(
            try desk.state.contract(request.contract, at: desk.now), at: desk.now)
    }
}
