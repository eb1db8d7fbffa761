package import SupportModel

extension AddMonitor {
    /// A monitor with every figure of a timing; nil: those of the policy.
    package init(
        monitor: Name<Monitor>, client: Name<Client>, check: Check, timing: MonitorTiming?,
        level: Level? = nil
    ) {
        self.init(
            monitor: monitor, client: client, check: check, level: level,
            every: timing?.intervalMilliseconds, retry: timing?.retryMilliseconds,
            timeout: timing?.timeoutMilliseconds, failures: timing?.failuresToBelieve,
            successes: timing?.successesToBelieve)
    }
}

extension ChangeMonitor {
    /// A change to every figure of a timing; nil: to none.
    package init(monitor: Name<Monitor>, check: Check?, timing: MonitorTiming?, level: Level?) {
        self.init(
            monitor: monitor, check: check, level: level, every: timing?.intervalMilliseconds,
            retry: timing?.retryMilliseconds, timeout: timing?.timeoutMilliseconds,
            failures: timing?.failuresToBelieve, successes: timing?.successesToBelieve)
    }
}
