package import SupportModel

/// Changes what a monitor looks at, its rhythm or its level.
package struct MonitorSet: Request {
    package static let method = "monitor.set"
    package static let access = Access.write
    package var monitor: Name<Monitor>
    package var check: Check?
    package var level: Level?
    /// Milliseconds.
    package var every: Int?
    /// Milliseconds.
    package var retry: Int?
    /// Milliseconds.
    package var timeout: Int?
    package var failures: Int?
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
