import SupportModel
import SupportWire

/// Answers `monitor.remove`.
enum MonitorRemoveHandler: MutationHandler {
    static func command(_ request: MonitorRemove, _ desk: DeskView) throws -> RemoveMonitor {
        RemoveMonitor(monitor: request.monitor)
    }

    static func reply(_ request: MonitorRemove, _ done: Done) throws -> MonitorRemove.Reply {
        MonitorRemove.Reply(removed: request.monitor)
    }
}
