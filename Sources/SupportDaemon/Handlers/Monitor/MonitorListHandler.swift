import SupportModel
import SupportWire

/// Answers `monitor.list`.
enum MonitorListHandler: ReadHandler {
    static func answer(_ request: MonitorList, _ desk: DeskView) throws -> MonitorList.Reply {
        if let client = request.client { _ = try desk.state.client(client) }
        let monitors = desk.state.monitors.values.filter { monitor in
            (request.client == nil || monitor.client == request.client)
                && (request.state == nil || monitor.state == request.state)
        }
        let views = monitors.sorted { $0.name < $1.name }.map {
            MonitorView($0, lastLook: desk.tracker.lastLook($0.name))
        }
        return MonitorList.Reply(monitors: views)
    }
}
