import SupportModel
import SupportWire

/// Answers `access.verify`.
enum AccessVerifyHandler: ReadHandler {
    static func answer(_ request: AccessVerify, _ desk: DeskView) throws -> AccessVerify.Reply {
        let entries = desk.state.access.values.sorted { $0.place < $1.place }
        let missing = desk.state.missingAccess()
        let file = desk.settings.accessKey
        if let problem = file.problem(hasSecrets: !entries.isEmpty) { throw problem }
        guard !entries.isEmpty else {
            return AccessVerify.Reply(
                checked: 0, key: (try? file.read())?.current.mark, closed: [], missing: missing)
        }
        let keys = try file.read()
        let closed = entries.compactMap { entry in
            keys.trouble(of: entry).map { ClosedAccessView(entry.place, why: $0) }
        }
        let old = keys.old.map { old in entries.count { $0.sealed.key == old.mark } } ?? 0
        return AccessVerify.Reply(
            checked: entries.count, key: keys.current.mark, old: old == 0 ? nil : old,
            closed: closed, missing: missing)
    }
}
