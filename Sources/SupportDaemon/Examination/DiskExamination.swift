import SupportSystem
import SupportWire

/// The state directory: whose it is, on which file system it lies, and how much room that has.
enum DiskExamination {
    static func look(_ desk: ExaminedDesk) -> [Finding] {
        let (path, host) = (desk.plan.state, desk.host)
        do throws(SystemFault) {
            let directory = try host.file(at: path)
            let system = try host.fileSystem(of: path)
            var found: [Finding] = []
            if let hand = directory.foreignHand(besides: host.user) {
                found.append(.stateOpen(path, hand))
            }
            switch system.kind {
            case .memory: found.append(.stateInMemory(path))
            case .network: found.append(.stateOnNetwork(path))
            case .local: break
            }
            if system.isReadOnly { found.append(.stateReadOnly(path)) }
            let short = room(system, needed: needed(desk), path) + files(system)
            if short.isEmpty {
                let room = system.room
                found.append(.diskRoom(room.availableBytes, percent: room.availablePercent))
            }
            return found + short
        } catch {
            return [.diskUnread("\(error)")]
        }
    }

    /// What the next files of the desk take, in bytes.
    private static func needed(_ desk: ExaminedDesk) -> UInt64 {
        let names = (try? desk.host.names(in: desk.plan.state)) ?? []
        let snapshot =
            names.filter { $0.hasPrefix("snapshot-") }
            .compactMap { desk.host.size(of: "\(desk.plan.state)/\($0)") }.max() ?? 0
        return UInt64(desk.plan.segmentBytes) * ExaminationLimits.segments
            + snapshot * ExaminationLimits.snapshots
    }

    private static func room(
        _ system: FileSystemFacts, needed: UInt64, _ path: String
    ) -> [Finding] {
        let room = system.room
        let isLittle =
            room.availablePercent < ExaminationLimits.freePercentMin
            && room.availableBytes < needed * ExaminationLimits.roomTimes
        guard room.availableBytes < needed || isLittle else { return [] }
        return [.diskFills(room.availableBytes, needed: needed, path)]
    }

    private static func files(_ system: FileSystemFacts) -> [Finding] {
        guard system.filesMax > 0 else { return [] }
        let isShort = system.filesLeft < ExaminationLimits.filesMin
        let isLittle =
            system.filesLeft < system.filesMax / 100 * ExaminationLimits.filesPercentMin
        guard isShort || isLittle else { return [] }
        return [.inodesEnd(system.filesLeft, of: system.filesMax, isShort: isShort)]
    }
}
