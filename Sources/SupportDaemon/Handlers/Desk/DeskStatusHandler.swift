import SupportModel
import SupportWire

/// Answers `desk.status`.
enum DeskStatusHandler: ReadHandler {
    static func answer(_ request: DeskStatus, _ desk: DeskView) throws -> DeskStatus.Reply {
        let state = desk.state
        let levels = Level.allCases.map { (String($0.rawValue), state.working.count(of: $0)) }
        let monitors = Dictionary(grouping: state.monitors.values, by: { $0.state.rawValue })
        let trouble = state.monitors.values
            .filter { [.down, .failing, .recovering].contains($0.state) }
            .sorted { $0.name < $1.name }
            .map { MonitorView($0, lastLook: desk.tracker.lastLook($0.name)) }
        let missing = state.missingAccess().reduce(0) { $0 + $1.kinds.count }
        return DeskStatus.Reply(
            release: Release.version, seq: state.sequence, now: desk.now,
            startedAt: desk.startedAt, testClock: desk.isTestClock, storage: desk.storage,
            worker: desk.worker, workerLoad: desk.workerLoad,
            clients: state.clients.values.count { !$0.archived },
            activeContracts: state.contracts.values.count {
                $0.standing(at: desk.now) == .active
            },
            liveTickets: Dictionary(uniqueKeysWithValues: levels.filter { $0.1 > 0 }),
            monitors: monitors.mapValues(\.count),
            nextBoundary: state.boundaries.first?.at,
            next: state.queue(at: desk.now, countMax: 5).map(QueuePlaceView.init), trouble: trouble,
            doubt: desk.doubtView, missingAccess: missing == 0 ? nil : missing,
            timers: state.timers.isEmpty ? nil : desk.timerViews, verified: desk.log.verdict,
            shortage: desk.shortage)
    }
}
