package import SupportModel

/// What a worker has to probe, at an interval, until it is withdrawn.
package struct ProbeAssignment: Hashable, Sendable, Codable {
    /// The monitor; every observation names it again.
    package var monitor: Name<Monitor>
    /// What to probe, and what counts as a success.
    package var check: Check
    /// Time between two probes, in milliseconds; 1000 or more.
    package var intervalMilliseconds: Int
    /// Time between two probes while failures are counted, in milliseconds; 1000 or more.
    package var retryMilliseconds: Int
    /// How long a probe waits for an answer before it has failed, in milliseconds; 1 or more.
    package var timeoutMilliseconds: Int
    /// How many failures in a row are needed for `down`, 1 to 100; until then the retry time holds.
    package var failuresToBelieve: Int

    package init(
        monitor: Name<Monitor>, check: Check, intervalMilliseconds: Int, retryMilliseconds: Int,
        timeoutMilliseconds: Int, failuresToBelieve: Int
    ) {
        self.monitor = monitor
        self.check = check
        self.intervalMilliseconds = intervalMilliseconds
        self.retryMilliseconds = retryMilliseconds
        self.timeoutMilliseconds = timeoutMilliseconds
        self.failuresToBelieve = failuresToBelieve
    }
}

extension ProbeAssignment {
    /// What is wrong with the assignment and what would be right, in one line; nil when it can be
    /// kept.
    package func problem() -> String? {
        if let problem = check.problem() { return problem }
        let day = Limits.probeMillisecondsMax
        guard (1000...day).contains(intervalMilliseconds) else {
            return "the interval of \(intervalMilliseconds) ms is not within 1000 to \(day)"
        }
        guard (1000...day).contains(retryMilliseconds) else {
            return "the retry time of \(retryMilliseconds) ms is not within 1000 to \(day)"
        }
        guard (1...Limits.probeTimeoutMillisecondsMax).contains(timeoutMilliseconds) else {
            return "the time-out of \(timeoutMilliseconds) ms is not within 1 to "
                + "\(Limits.probeTimeoutMillisecondsMax)"
        }
        return (1...100).contains(failuresToBelieve)
            ? nil : "the failures to believe, \(failuresToBelieve), are not within 1 to 100"
    }
}

extension Monitor {
    /// What a worker has to probe for the monitor; nil while it is paused.
    package var assignment: ProbeAssignment? {
        guard state != .paused else { return nil }
        return ProbeAssignment(
            monitor: name, check: check, intervalMilliseconds: timing.intervalMilliseconds,
            retryMilliseconds: timing.retryMilliseconds,
            timeoutMilliseconds: timing.timeoutMilliseconds,
            failuresToBelieve: timing.failuresToBelieve)
    }
}
