import SupportModel
import SupportWire

/// Answers `client.list`.
enum ClientListHandler: ReadHandler {
    static func answer(_ request: ClientList, _ desk: DeskView) throws -> ClientList.Reply {
        let clients = desk.state.clients.values
            .filter { !$0.archived || request.archived ?? false }
            .sorted { $0.name < $1.name }
        return ClientList.Reply(clients: clients.map(ClientView.init))
    }
}
