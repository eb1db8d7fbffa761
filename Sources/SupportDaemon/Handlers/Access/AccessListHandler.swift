import SupportModel
import SupportWire

/// Answers `access.list`.
enum AccessListHandler: ReadHandler {
    static func answer(_ request: AccessList, _ desk: DeskView) throws -> AccessList.Reply {
        if let client = request.client { _ = try desk.state.client(client) }
        let entries = desk.state.access.values
            .filter { request.client == nil || $0.client == request.client }
            .sorted { $0.place < $1.place }
        return AccessList.Reply(
            access: entries.map(AccessView.init),
            missing: desk.state.missingAccess(of: request.client))
    }
}
