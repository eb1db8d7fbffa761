package import SupportModel

/// Shows a client and its contracts.
package struct ClientShow: Request {
    package static let method = "client.show"
    package static let access = Access.read
    package var client: Name<Client>

    package init(client: Name<Client>) {
        self.client = client
    }

    /// A client with what it has at the desk.
    package struct Reply: Codable, Hashable, Sendable {
        package var client: ClientView
        package var contracts: [ContractView]
        /// Tickets that want work.
        package var liveTickets: Int
        package var monitors: Int

        package init(
            client: ClientView, contracts: [ContractView], liveTickets: Int, monitors: Int
        ) {
            self.client = client
            self.contracts = contracts
            self.liveTickets = liveTickets
            self.monitors = monitors
        }
    }
}
