/// Stops doing anything new for a client. What was done stays.
package struct ArchiveClient: Command {
    /// The client to archive; refused when it is already.
    package var client: Name<Client>

    /// For the client of a name.
    package init(client: Name<Client>) { self.client = client }

    /// One `ClientArchived`; refused while a contract runs, a ticket is live or a monitor looks.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.client(client)
        guard !found.archived else { throw .clientArchived(client) }
        if let contract = state.contractsInForce(of: client).first?.number {
            throw .inUse(
                what: "client \(client)", by: "contract \(contract), which has not ended",
                wayOut: "let its last cycle end first")
        }
        if let ticket = state.firstLiveTicket(where: { $0.client == client }) {
            throw .inUse(
                what: "client \(client)", by: "ticket \(ticket), which is not resolved",
                wayOut: "supportc ticket resolve \(ticket)")
        }
        if let monitor = state.monitors.values.filter({ $0.client == client }).map(\.name).min() {
            throw .inUse(
                what: "client \(client)", by: "monitor \(monitor)",
                wayOut: "supportc monitor remove \(monitor)")
        }
        return [Event(ClientArchived(client: client))]
    }

    /// The version of the client as it stands; nil when the desk has no such client.
    package func version(in state: State) -> UInt64? { state.clients[client]?.version }
}
