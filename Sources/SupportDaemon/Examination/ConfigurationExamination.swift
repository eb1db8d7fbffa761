import SupportWire

/// The configuration: whether its files are right, say what holds, and are the administrator's alone.
enum ConfigurationExamination {
    static func look(_ desk: ExaminedDesk) -> [Finding] {
        guard let inUse = desk.facts.configuration else { return [] }
        var found: [Finding] = []
        do throws(ConfigurationReport) {
            found += differences(try inUse.load(), inUse)
        } catch {
            found.append(report(error))
        }
        found += openFiles(inUse.inForce.files, desk.host)
        guard found.isEmpty else { return found }
        return [.configRead(inUse.inForce.files.count, at: inUse.readAt)]
    }

    private static func report(_ report: ConfigurationReport) -> Finding {
        let first = report.problems.first?.description ?? ""
        return report.isPassing
            ? .configUnread(first) : .configWrong(first, more: report.problems.count - 1)
    }

    private static func differences(
        _ now: LoadedConfiguration, _ inUse: ConfigurationInUse
    ) -> [Finding] {
        var found: [Finding] = []
        let waiting = now.configuration.tablesForRestart(since: inUse.running)
        if !waiting.isEmpty { found.append(.configWaits(waiting)) }
        // What waits for a start in any case need not be read before.
        let files = now.configuration
        var read = inUse.inForce.configuration
        (read.daemon, read.limits, read.journal) = (files.daemon, files.limits, files.journal)
        if read != files { found.append(.configChanged(readAt: inUse.readAt)) }
        return found
    }

    /// Files, and the directories that hold them, which others may write.
    private static func openFiles(_ files: [String], _ host: any ExaminedHost) -> [Finding] {
        let directories = files.compactMap { path in
            path.lastIndex(of: "/").map { String(path[..<$0]) }
        }
        var seen: Set<String> = []
        return (files + directories).filter { !$0.isEmpty && seen.insert($0).inserted }
            .compactMap { path in
                guard let facts = try? host.file(at: path), !facts.isSticky else { return nil }
                return facts.foreignHand(besides: host.user).map { .configWritable(path, $0) }
            }
    }
}
