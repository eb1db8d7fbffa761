package import SupportModel

/// Shows a client and its contracts.
package struct ClientShow: Request {
    package static let method = "client.show"
    package static let access = Access.read
    package static let cost = Cost.long
    /// The client to show, archived or not.
    package var client: Name<Client>

    package init(client: Name<Client>) {
        self.client = client
    }

    /// A client with what it has at the desk.
    package struct Reply: Codable, Hashable, Sendable {
        /// The client that was asked for.
        package var client: ClientView
        /// All its contracts, ended ones included.
        package var contracts: [ContractView]
        /// Tickets that want work.
        package var liveTickets: Int
        /// How many monitors are set up for it, paused ones included.
        package var monitors: Int
        /// Which accesses its projects still owe, by project (R6); missing where all are there.
        package var missingAccess: [MissingAccess]?

        package init(
            client: ClientView, contracts: [ContractView], liveTickets: Int, monitors: Int,
            missingAccess: [MissingAccess]? = nil
        ) {
            self.client = client
            self.contracts = contracts
            self.liveTickets = liveTickets
            self.monitors = monitors
            self.missingAccess = missingAccess
        }
    }
}
