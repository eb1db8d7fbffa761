package import SupportModel

/// Adds a monitor for a client.
package struct MonitorAdd: Request {
    package static let method = Method<MonitorView>.write("monitor.add")

    /// Unique on the whole desk.
    package var monitor: Name<Monitor>
    /// The client whose site or server is monitored and for whom its tickets are opened.
    package var client: Name<Client>
    package var check: Check
    /// The level of its tickets; default 1 for a site, 2 for a resource.
    package var level: Level?
    /// The time between two probes, in milliseconds, 1 s to 1 day; default the policy's.
    package var every: Int?
    /// The time between two probes while failures are counted, in milliseconds, 1 s to `every`;
    /// default the policy's.
    package var retry: Int?
    /// The time after which a probe has failed, in milliseconds, 100 ms to 5 min; default the
    /// policy's.
    package var timeout: Int?
    /// Failures in a row that count as an outage, 1 to 100; default the policy's.
    package var failures: Int?
    /// Successes in a row that end an outage, 1 to 100; default the policy's.
    package var successes: Int?

    package init(
        monitor: Name<Monitor>, client: Name<Client>, check: Check, level: Level? = nil,
        every: Int? = nil, retry: Int? = nil, timeout: Int? = nil, failures: Int? = nil,
        successes: Int? = nil
    ) {
        self.monitor = monitor
        self.client = client
        self.check = check
        self.level = level
        self.every = every
        self.retry = retry
        self.timeout = timeout
        self.failures = failures
        self.successes = successes
    }
}

/// Changes the check, the timing or the level of a monitor.
package struct MonitorSet: Request {
    package static let method = Method<MonitorView>.write("monitor.set")

    package var monitor: Name<Monitor>
    /// Replaces the former check as a whole; nil: unchanged.
    package var check: Check?
    /// The level of the tickets that it will open; nil: unchanged.
    package var level: Level?
    /// The time between two probes, in milliseconds, 1 s to 1 day; nil: unchanged.
    package var every: Int?
    /// The time between two probes while failures are counted, in milliseconds, 1 s to `every`;
    /// nil: unchanged, or `every` where that is shorter now.
    package var retry: Int?
    /// The time after which a probe has failed, in milliseconds, 100 ms to 5 min; nil: unchanged.
    package var timeout: Int?
    /// Failures in a row that count as an outage, 1 to 100; nil: unchanged.
    package var failures: Int?
    /// Successes in a row that end an outage, 1 to 100; nil: unchanged.
    package var successes: Int?

    package init(
        monitor: Name<Monitor>, check: Check? = nil, level: Level? = nil, every: Int? = nil,
        retry: Int? = nil, timeout: Int? = nil, failures: Int? = nil, successes: Int? = nil
    ) {
        self.monitor = monitor
        self.check = check
        self.level = level
        self.every = every
        self.retry = retry
        self.timeout = timeout
        self.failures = failures
        self.successes = successes
    }
}

extension RemoveMonitor: Request {
    package static let method = Method<Removed<Monitor>>.write("monitor.remove")
}

extension PauseMonitor: Request {
    package static let method = Method<MonitorView>.write("monitor.pause")
}

extension ResumeMonitor: Request {
    package static let method = Method<MonitorView>.write("monitor.resume")
}

/// Requests a probe now, in addition to the monitor's rhythm.
package struct MonitorCheck: Request {
    package static let method = Method<MonitorView>.write("monitor.check")

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
        self.client = client
        self.state = state
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
