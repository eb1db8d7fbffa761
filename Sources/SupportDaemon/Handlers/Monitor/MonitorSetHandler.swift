import SupportModel
import SupportWire

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
