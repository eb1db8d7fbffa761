import SupportModel
import SupportWire

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
