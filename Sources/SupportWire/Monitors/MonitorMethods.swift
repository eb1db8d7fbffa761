package import SupportModel

extension AddMonitor: Request {
    package static let method = Method<MonitorView>.write("monitor.add", for: .monitor)
}

extension ChangeMonitor: Request {
    package static let method = Method<MonitorView>.write("monitor.set", for: .monitor)
}

extension RemoveMonitor: Request {
    package static let method = Method<Removed<Monitor>>.write("monitor.remove", for: .monitor)
}

extension PauseMonitor: Request {
    package static let method = Method<MonitorView>.write("monitor.pause", for: .monitor)
}

extension ResumeMonitor: Request {
    package static let method = Method<MonitorView>.write("monitor.resume", for: .monitor)
}

/// Requests a probe now, in addition to the monitor's rhythm.
package struct MonitorCheck: Request {
    package static let method = Method<MonitorView>.write("monitor.check", for: .monitor)

    /// Refused while it is paused.
    package var monitor: Name<Monitor>

    package init(monitor: Name<Monitor>) {
        self.monitor = monitor
    }
}

/// Lists monitors by name.
package struct MonitorList: Request {
    package static let method = Method<Listing<MonitorView>>.read("monitor.list", .long)

    /// Only this client's.
    package var client: Name<Client>?
    /// Only those in one of these states.
    package var state: OneOrMore<MonitorState>?

    package init(client: Name<Client>? = nil, state: OneOrMore<MonitorState>? = nil) {
        (self.client, self.state) = (client, state)
    }
}

/// Shows a monitor and its last probe.
package struct MonitorShow: Request {
    package static let method = Method<MonitorView>.read("monitor.show", .quick)

    package var monitor: Name<Monitor>

    package init(monitor: Name<Monitor>) {
        self.monitor = monitor
    }
}
