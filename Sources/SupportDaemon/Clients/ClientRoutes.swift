import SupportModel
import SupportWire

/// Answers `client.add`.
enum ClientAddHandler: MutationHandler {
    static func command(_ request: ClientAdd, _ desk: DeskView) throws -> AddClient {
        AddClient(
            client: request.client, title: request.name, zone: request.zone ?? .utc,
            mails: request.mails ?? [])
    }

    static func reply(_ request: ClientAdd, _ done: Done) throws -> ClientView {
        ClientView(try done.view.state.client(request.client))
    }
}

/// Answers `client.set`.
enum ClientSetHandler: MutationHandler {
    static func command(_ request: ClientSet, _ desk: DeskView) throws -> ChangeClient {
        ChangeClient(
            client: request.client, title: request.name, zone: request.zone, mails: request.mails)
    }

    static func reply(_ request: ClientSet, _ done: Done) throws -> ClientView {
        ClientView(try done.view.state.client(request.client))
    }
}

/// Answers `client.archive`.
enum ClientArchiveHandler: MutationHandler {
    static func command(_ request: ClientArchive, _ desk: DeskView) throws -> ArchiveClient {
        ArchiveClient(client: request.client)
    }

    static func reply(_ request: ClientArchive, _ done: Done) throws -> ClientView {
        ClientView(try done.view.state.client(request.client))
    }
}

/// Answers `client.list`.
enum ClientListHandler: ReadHandler {
    static func answer(_ request: ClientList, _ desk: DeskView) throws -> ClientList.Reply {
        let clients = desk.state.clients.values
            .filter { !$0.archived || request.archived ?? false }
            .sorted { $0.name < $1.name }
        return ClientList.Reply(clients: clients.map(ClientView.init))
    }
}

/// Answers `client.show`.
enum ClientShowHandler: ReadHandler {
    static func answer(_ request: ClientShow, _ desk: DeskView) throws -> ClientShow.Reply {
        let client = try desk.state.client(request.client)
        let contracts = (desk.state.contractsOfClient[client.name] ?? [])
            .compactMap { desk.state.contracts[$0] }
        let live = desk.state.liveTickets.count { number in
            desk.state.tickets[number]?.client == client.name
        }
        let monitors = desk.state.monitors.values.count { $0.client == client.name }
        let missing = desk.state.missingAccess(of: client.name)
        return ClientShow.Reply(
            client: ClientView(client),
            contracts: contracts.map { ContractView($0, at: desk.now) }, liveTickets: live,
            monitors: monitors, missingAccess: missing.isEmpty ? nil : missing)
    }
}
