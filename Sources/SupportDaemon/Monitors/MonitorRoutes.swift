import SupportJSON
import SupportModel
import SupportWire

/// The methods of monitors.
enum MonitorRoutes {
    static let all =
        Route.changes(
            AddMonitor.self, ChangeMonitor.self, PauseMonitor.self, ResumeMonitor.self, reply: view)
        + [
            .change(RemoveMonitor.self) { RemoveMonitor.Reply(removed: $0.made) },
            .act(MonitorCheck.self, act: check),
            .read(MonitorList.self, answer: list),
            .read(MonitorShow.self, answer: show),
        ]

    private static func view(_ done: Done<Name<Monitor>>) -> MonitorView {
        var view = done.desk.view(done.state.monitors.made(done.made))
        view.unchanged = done.isUnchanged ? true : nil
        return view
    }

    private static func check(
        _ request: MonitorCheck, _ ledger: isolated Ledger, _: Caller
    ) throws -> Outcome {
        let monitor = try ledger.state.monitor(request.monitor)
        guard monitor.state != .paused else {
            throw Refusal.monitorState(monitor.name, .paused)
        }
        guard ledger.worker.connected else { throw WireError.noWorker(ledger.worker) }
        ledger.onMonitorChange?(.probe(monitor.name))
        let view = ledger.view(at: ledger.clock.now).view(monitor)
        return .reply(try RawJSON(encoding: view), after: ledger.state.sequence)
    }

    private static func list(_ request: MonitorList, _ desk: DeskView) throws -> MonitorList.Reply {
        if let client = request.client { _ = try desk.state.client(client) }
        let monitors = desk.state.monitors.values.filter { monitor in
            (request.client == nil || monitor.client == request.client)
                && (request.state?.contains(monitor.state) ?? true)
        }
        return Listing(monitors.sorted { $0.name < $1.name }.map(desk.view))
    }

    private static func show(_ request: MonitorShow, _ desk: DeskView) throws -> MonitorView {
        desk.view(try desk.state.monitor(request.monitor))
    }
}
