import SupportModel
import SupportWire

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
