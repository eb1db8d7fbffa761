/// Lists clients by name.
package struct ClientList: Request {
    package static let method = "client.list"
    package static let access = Access.read
    package static let cost = Cost.long
    /// Whether archived ones are listed too; they are not unless said.
    package var archived: Bool?

    package init(archived: Bool? = nil) {
        self.archived = archived
    }

    /// The clients.
    package struct Reply: Codable, Hashable, Sendable {
        /// The clients that were asked for, in order of their short names.
        package var clients: [ClientView]

        package init(clients: [ClientView]) {
            self.clients = clients
        }
    }
}
