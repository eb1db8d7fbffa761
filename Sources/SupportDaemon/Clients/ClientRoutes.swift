import SupportModel
import SupportWire

/// The methods of clients.
enum ClientRoutes {
    static let all =
        Route.changes(
            AddClient.self, ChangeClient.self, ArchiveClient.self, RestoreClient.self,
            NoteClient.self, reply: view)
        + [.read(ClientList.self, answer: list), .read(ClientShow.self, answer: show)]

    private static func view(_ done: Done<Name<Client>>) -> ClientView {
        ClientView(done.state.clients.made(done.made))
    }

    private static func list(_ request: ClientList, _ desk: DeskView) throws -> ClientList.Reply {
        let clients = desk.state.clients.values
            .filter { !$0.archived || request.archived ?? false }
            .sorted { $0.name < $1.name }
        return Listing(clients.map(ClientView.init))
    }

    private static func show(_ request: ClientShow, _ desk: DeskView) throws -> ClientShow.Reply {
        let client = try desk.state.client(request.client)
        let contracts = (desk.state.contractsOfClient[client.name] ?? [])
            .compactMap { desk.state.contracts[$0] }
        let live = desk.state.liveTickets.of(client.name).count
        let monitors = desk.state.monitors.values.count { $0.client == client.name }
        return ClientShow.Reply(
            client, contracts: contracts.map { ContractView($0, at: desk.now) }, liveTickets: live,
            monitors: monitors, missingAccess: desk.state.missingAccess(of: client.name),
            onDemand: desk.onDemandMonths(of: client.name))
    }
}
