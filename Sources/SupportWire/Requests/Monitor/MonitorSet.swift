package import SupportModel

/// Changes what a monitor looks at, its rhythm or its level.
package struct MonitorSet: Request {
    package static let method = "monitor.set"
    package static let access = Access.write
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
