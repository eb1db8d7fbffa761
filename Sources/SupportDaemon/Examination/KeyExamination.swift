import SupportModel
import SupportWire

/// The key of the access data (R6): whether everything opens with it, and what it was changed from.
enum KeyExamination {
    static func look(_ desk: ExaminedDesk) -> [Finding] {
        let (file, state) = (desk.view.settings.accessKey, desk.view.state)
        let entries = Array(state.access.values)
        if let problem = file.problem(hasSecrets: !entries.isEmpty) {
            return [.keyUnusable(problem)]
        }
        guard !entries.isEmpty else { return [.keyWorks(0, mark: nil)] }
        do {
            let keys = try file.read()
            var found: [Finding] = []
            let closed = entries.count { keys.trouble(of: $0, in: state) != nil }
            if closed > 0 { found.append(.secretsClosed(closed, of: entries.count)) }
            if let old = keys.old {
                let sealing = entries.count { state.deskKey(of: $0) == old.mark }
                found.append(.oldKey(file.oldPath, sealing: sealing))
            }
            if found.isEmpty {
                found.append(.keyWorks(entries.count, mark: keys.current.mark))
            }
            let inState = file.path.hasPrefix("\(desk.plan.state)/")
            return found + [.keyCopyUnknown(file.path, inState: inState)]
        } catch {
            return [.keyUnusable(error)]
        }
    }
}
