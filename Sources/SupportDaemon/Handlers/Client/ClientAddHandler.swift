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
