import SupportJSON
import SupportModel
import SupportWire

/// Answers `access.reseal`. Each box names its key, so a change of keys may stop half way and go on
/// later: nothing is closed meanwhile.
enum AccessResealHandler {
    static let route = Route(
        AccessReseal.self,
        .mutation { envelope, desk in
            _ = try envelope.decode(AccessReseal.self)
            let entries = desk.state.access.values.sorted { $0.place < $1.place }
            let keys = try desk.settings.accessKey.readOrMake(hasSecrets: !entries.isEmpty)
            let work = try Work(entries.filter { $0.sealed.key != keys.current.mark }, keys)
            return Mutation(
                command: ResealAccess(boxes: work.boxes), isDryRun: false,
                reply: { _ in
                    try RawJSON(
                        encoding: AccessReseal.Reply(
                            resealed: work.boxes.count, left: work.left, key: keys.current.mark,
                            closed: work.closed))
                })
        })

    /// What one record takes of what is due.
    private struct Work {
        var boxes: [ResealAccess.Box] = []
        var closed: [ClosedAccessView] = []
        var left = 0

        init(_ due: [AccessEntry], _ keys: AccessKeys) throws {
            var bytes = 0
            for entry in due {
                if let why = keys.trouble(of: entry) {
                    closed.append(ClosedAccessView(entry.place, why: why))
                } else if bytes < LedgerLimits.resealBytesMax {
                    let secret = try keys.secret(of: entry)
                    let sealed = try keys.current.seal(secret.text, for: entry.place)
                    bytes += sealed.box.utf8.count
                    boxes.append(ResealAccess.Box(place: entry.place, sealed: sealed))
                } else {
                    left += 1
                }
            }
        }
    }
}
