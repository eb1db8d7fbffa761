import SupportModel
import SupportWire

/// Answers `client.archive`.
enum ClientArchiveHandler: MutationHandler {
    static func command(_ request: ClientArchive, _ desk: DeskView) throws -> ArchiveClient {
        ArchiveClient(client: request.client)
    }

    static func reply(_ request: ClientArchive, _ done: Done) throws -> ClientView {
        ClientView(try done.view.state.client(request.client))
    }
}
