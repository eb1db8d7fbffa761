package import SupportModel

/// Shows a contract, its terms and its cycles.
package struct ContractShow: Request {
    package static let method = "contract.show"
    package static let access = Access.read
    package static let cost = Cost.quick
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference

    package init(contract: ContractReference) {
        self.contract = contract
    }

    package typealias Reply = ContractView
}
