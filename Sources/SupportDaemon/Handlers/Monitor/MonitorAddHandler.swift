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
