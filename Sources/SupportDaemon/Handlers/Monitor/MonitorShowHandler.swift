import SupportModel
import SupportWire

/// Answers `monitor.show`.
enum MonitorShowHandler: ReadHandler {
    static func answer(_ request: MonitorShow, _ desk: DeskView) throws -> MonitorView {
        try desk.monitorView(request.monitor)
    }
}
