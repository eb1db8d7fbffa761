import SupportModel
import SupportWire

/// Answers `monitor.resume`.
enum MonitorResumeHandler: MutationHandler {
    static func command(_ request: MonitorResume, _ desk: DeskView) throws -> ResumeMonitor {
        ResumeMonitor(monitor: request.monitor)
    }

    static func reply(_ request: MonitorResume, _ done: Done) throws -> MonitorView {
        try done.view.monitorView(request.monitor)
    }
}
