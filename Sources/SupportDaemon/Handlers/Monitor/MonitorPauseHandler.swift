import SupportModel
import SupportWire

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
