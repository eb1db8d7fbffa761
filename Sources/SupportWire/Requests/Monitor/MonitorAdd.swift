package import SupportModel

/// Sets up a monitor for a client.
package struct MonitorAdd: Request {
    package static let method = "monitor.add"
    package static let access = Access.write
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
