package import SupportModel

/// Sets up a monitor for a client.
package struct MonitorAdd: Request {
    package static let method = "monitor.add"
    package static let permission = Permission.write
    /// The name by which commands will call the monitor; it must be free on the whole desk.
    package var monitor: Name<Monitor>
    /// The client whose site or server is watched, for whom its tickets are opened.
    package var client: Name<Client>
    /// What to look at, and what is right.
    package var check: Check
    /// The level of its tickets: 1 for a site, 2 for a resource, unless said.
    package var level: Level?
    /// Milliseconds between two looks.
    package var every: Int?
    /// Milliseconds between two looks while failures are counted.
    package var retry: Int?
    /// Milliseconds after which a look has failed.
    package var timeout: Int?
    /// Failures in a row that are believed.
    package var failures: Int?
    /// Successes in a row that are believed.
    package var successes: Int?

    package init(
        monitor: Name<Monitor>, client: Name<Client>, check: Check, level: Level? = nil,
        every:
            Int? = nil, retry: Int? = nil, timeout: Int? = nil, failures: Int? = nil,
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

    package typealias Reply = MonitorView
}

/// Changes what a monitor looks at, its rhythm or its level.
package struct MonitorSet: Request {
    package static let method = "monitor.set"
    package static let permission = Permission.write
    /// The monitor to change.
    package var monitor: Name<Monitor>
    /// What to look at from now on, as a whole; as it was unless said.
    package var check: Check?
    /// The level of the tickets that it will open; as it was unless said.
    package var level: Level?
    /// The time between two looks, in milliseconds, 1 s to 1 day; as it was unless said.
    package var every: Int?
    /// The time between two looks while failures are counted, in milliseconds, 1 s to `every`; as it
    /// was unless said, or `every` where that is shorter now.
    package var retry: Int?
    /// The time after which a look has failed, in milliseconds, 100 ms to 5 min; as it was unless
    /// said.
    package var timeout: Int?
    /// Failures in a row that are believed, 1 to 100; as it was unless said.
    package var failures: Int?
    /// Successes in a row that are believed after an outage, 1 to 100; as it was unless said.
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

    package typealias Reply = MonitorView
}

extension RemoveMonitor: Request {
    package static let method = "monitor.remove"
    package static let permission = Permission.write

    /// Which was removed.
    package struct Reply: Codable, Hashable, Sendable {
        /// The name, which is free again.
        package var removed: Name<Monitor>

        package init(removed: Name<Monitor>) {
            self.removed = removed
        }
    }
}

extension PauseMonitor: Request {
    package static let method = "monitor.pause"
    package static let permission = Permission.write

    package typealias Reply = MonitorView
}

extension ResumeMonitor: Request {
    package static let method = "monitor.resume"
    package static let permission = Permission.write

    package typealias Reply = MonitorView
}

/// Asks the worker for a look now, besides the monitor's rhythm.
package struct MonitorCheck: Request {
    package static let method = "monitor.check"
    package static let permission = Permission.write
    /// The monitor to look at now; refused while it is paused.
    package var monitor: Name<Monitor>

    package init(monitor: Name<Monitor>) {
        self.monitor = monitor
    }

    package typealias Reply = MonitorView
}

/// Lists monitors by name.
package struct MonitorList: Request {
    package static let method = "monitor.list"
    package static let permission = Permission.read
    package static let cost = Cost.long
    /// Only this client's.
    package var client: Name<Client>?
    /// Only those in this state.
    package var state: MonitorState?

    package init(client: Name<Client>? = nil, state: MonitorState? = nil) {
        self.client = client
        self.state = state
    }

    /// The monitors.
    package struct Reply: Codable, Hashable, Sendable {
        /// The monitors that were asked for, each with its last look.
        package var monitors: [MonitorView]

        package init(monitors: [MonitorView]) {
            self.monitors = monitors
        }
    }
}

/// Shows a monitor and its last look.
package struct MonitorShow: Request {
    package static let method = "monitor.show"
    package static let permission = Permission.read
    package static let cost = Cost.quick
    /// The monitor to show.
    package var monitor: Name<Monitor>

    package init(monitor: Name<Monitor>) {
        self.monitor = monitor
    }

    package typealias Reply = MonitorView
}
