import SupportJSON
import SupportModel
import SupportWire

/// Answers `monitor.add`.
enum MonitorAddHandler: MutationHandler {
    static func command(_ request: MonitorAdd, _ desk: DeskView) throws -> AddMonitor {
        let policy = desk.settings.policy.timing(of: request.check)
        return AddMonitor(
            monitor: request.monitor, client: request.client, check: request.check,
            timing: policy.changed(
                every: request.every, retry: request.retry, timeout: request.timeout,
                failures: request.failures, successes: request.successes),
            level: request.level)
    }

    static func reply(_ request: MonitorAdd, _ done: Done) throws -> MonitorView {
        try done.view.monitorView(request.monitor)
    }
}

/// Answers `monitor.set`.
enum MonitorSetHandler: MutationHandler {
    static func command(_ request: MonitorSet, _ desk: DeskView) throws -> ChangeMonitor {
        let old = try desk.state.monitor(request.monitor).timing
        let timing = old.changed(
            every: request.every, retry: request.retry, timeout: request.timeout,
            failures: request.failures, successes: request.successes)
        return ChangeMonitor(
            monitor: request.monitor, check: request.check, timing: timing == old ? nil : timing,
            level: request.level)
    }

    static func reply(_ request: MonitorSet, _ done: Done) throws -> MonitorView {
        try done.view.monitorView(request.monitor)
    }
}

/// Answers `monitor.pause`.
enum MonitorPauseHandler: MutationHandler {
    static func command(_ request: MonitorPause, _ desk: DeskView) throws -> PauseMonitor {
        PauseMonitor(
            monitor: request.monitor, reason: request.reason ?? "paused by hand")
    }

    static func reply(_ request: MonitorPause, _ done: Done) throws -> MonitorView {
        try done.view.monitorView(request.monitor)
    }
}

/// Answers `monitor.resume`.
enum MonitorResumeHandler: MutationHandler {
    static func command(_ request: MonitorResume, _ desk: DeskView) throws -> ResumeMonitor {
        ResumeMonitor(monitor: request.monitor)
    }

    static func reply(_ request: MonitorResume, _ done: Done) throws -> MonitorView {
        try done.view.monitorView(request.monitor)
    }
}

/// Answers `monitor.remove`.
enum MonitorRemoveHandler: MutationHandler {
    static func command(_ request: MonitorRemove, _ desk: DeskView) throws -> RemoveMonitor {
        RemoveMonitor(monitor: request.monitor)
    }

    static func reply(_ request: MonitorRemove, _ done: Done) throws -> MonitorRemove.Reply {
        MonitorRemove.Reply(removed: request.monitor)
    }
}

/// Answers `monitor.check`.
enum MonitorCheckHandler: ActHandler {
    static func act(_ request: MonitorCheck, on ledger: isolated Ledger) throws -> Outcome {
        let monitor = try ledger.state.monitor(request.monitor)
        guard monitor.state != .paused else {
            throw Refusal.monitorState(monitor.name, .paused, wanted: "looked at")
        }
        ledger.onMonitorChange?(.probe(monitor.name))
        let view = MonitorView(monitor, lastLook: ledger.tracker.lastProbe(monitor.name))
        return .reply(try RawJSON(encoding: view), after: ledger.state.sequence)
    }
}

/// Answers `monitor.list`.
enum MonitorListHandler: ReadHandler {
    static func answer(_ request: MonitorList, _ desk: DeskView) throws -> MonitorList.Reply {
        if let client = request.client { _ = try desk.state.client(client) }
        let monitors = desk.state.monitors.values.filter { monitor in
            (request.client == nil || monitor.client == request.client)
                && (request.state == nil || monitor.state == request.state)
        }
        let views = monitors.sorted { $0.name < $1.name }.map {
            MonitorView($0, lastLook: desk.tracker.lastProbe($0.name))
        }
        return MonitorList.Reply(monitors: views)
    }
}

/// Answers `monitor.show`.
enum MonitorShowHandler: ReadHandler {
    static func answer(_ request: MonitorShow, _ desk: DeskView) throws -> MonitorView {
        try desk.monitorView(request.monitor)
    }
}
