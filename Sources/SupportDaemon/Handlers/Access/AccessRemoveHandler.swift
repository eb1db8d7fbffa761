import SupportModel
import SupportWire

/// Answers `access.remove`.
enum AccessRemoveHandler: MutationHandler {
    static func command(_ request: AccessRemove, _ desk: DeskView) throws -> RemoveAccess {
        RemoveAccess(
            place: AccessPlace(
                client: request.client, project: request.project, kind: request.kind))
    }

    static func reply(_ request: AccessRemove, _ done: Done) throws -> AccessRemove.Reply {
        AccessRemove.Reply(
            client: request.client, project: request.project, removed: request.kind)
    }
}
