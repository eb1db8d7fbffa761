import SupportJSON
import SupportModel
import SupportWire

/// Answers `monitor.check`.
enum MonitorCheckHandler: ActHandler {
    static func act(_ request: MonitorCheck, on ledger: isolated Ledger) throws -> Outcome {
        let monitor = try ledger.state.monitor(request.monitor)
        guard monitor.state != .paused else {
            throw Refusal.monitorState(monitor.name, .paused, wanted: "looked at")
        }
        ledger.onMonitorChange?(.look(monitor.name))
        let view = MonitorView(monitor, lastLook: ledger.tracker.lastLook(monitor.name))
        return .reply(try RawJSON(encoding: view), after: ledger.state.sequence)
    }
}
