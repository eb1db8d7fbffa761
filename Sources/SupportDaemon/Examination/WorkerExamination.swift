import SupportLink
import SupportModel
import SupportSystem
import SupportWire

/// The worker: whether one is connected, of which release, behind which wall, and whether it probes.
enum WorkerExamination {
    static func look(_ desk: ExaminedDesk) -> [Finding] {
        let view = desk.view
        let probed = view.state.monitors.values.filter { $0.assignment != nil }
        guard view.worker.connected, let worker = desk.facts.worker else {
            guard desk.plan.takesWorkers || !probed.isEmpty else { return [.workerNotWanted] }
            return [.workerMissing(view.worker, monitors: probed.count)]
        }
        var found = overdue(probed, view)
        if let seconds = view.worker.silentSeconds {
            found.append(.workerSilent(seconds: seconds))
        }
        if worker.release != Release.version {
            found.append(.workerOther(worker.release, ours: Release.version))
        }
        let isFiltered = desk.host.isFiltered(process: worker.process)
        if isFiltered == false, isOurs(worker.process, desk.host) {
            found.append(.workerOpen(worker.process))
        }
        guard found.isEmpty else { return found }
        return [
            .workerConnected(
                release: worker.release, process: worker.process, monitors: probed.count,
                isWalled: isFiltered)
        ]
    }

    /// Whether a process runs as the desk's user: one of another user has a wall by that alone.
    private static func isOurs(_ process: Int32, _ host: any ExaminedHost) -> Bool {
        (try? host.file(at: "/proc/\(process)"))?.owner == host.user
    }

    /// Monitors whose last probe is too long ago, since the worker has been there for so long.
    private static func overdue(_ probed: [Monitor], _ view: DeskView) -> [Finding] {
        // A test clock passes hours in which no worker had time to probe.
        guard !view.isTestClock else { return [] }
        let since = view.worker.since ?? view.startedAt
        let names = probed.filter { monitor in
            let last = view.tracker.lastProbe(monitor.name)?.at ?? since
            let begun = max(last, since, monitor.since)
            let most = Int64(monitor.timing.intervalMilliseconds) * ExaminationLimits.intervalsMax
            return view.now.milliseconds(since: begun)
                > most + ExaminationLimits.probeGraceMilliseconds
        }.map(\.name).sorted()
        return names.isEmpty ? [] : [.monitorsOverdue(names)]
    }
}
