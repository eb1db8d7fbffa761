package import SupportModel

/// Lists contracts by number.
package struct ContractList: Request {
    package static let method = "contract.list"
    package static let access = Access.read
    package static let cost = Cost.long
    /// Only this client's.
    package var client: Name<Client>?

    package init(client: Name<Client>? = nil) {
        self.client = client
    }

    /// The contracts.
    package struct Reply: Codable, Hashable, Sendable {
        /// The contracts that were asked for, ended ones included.
        package var contracts: [ContractView]

        package init(contracts: [ContractView]) {
            self.contracts = contracts
        }
    }
}
