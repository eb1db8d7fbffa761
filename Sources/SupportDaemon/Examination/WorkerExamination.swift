import SupportLink
import SupportModel
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
        // One of another user has a wall by that alone.
        let process = desk.host.facts(ofProcess: worker.process)
        if let process, !process.isFiltered, process.user == desk.host.user {
            found.append(.workerOpen(worker.process))
        }
        guard found.isEmpty else { return found }
        return [
            .workerConnected(
                release: worker.release, process: worker.process, monitors: probed.count,
                isWalled: process?.isFiltered)
        ]
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
