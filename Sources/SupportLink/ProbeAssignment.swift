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
        (self.monitor, self.check) = (monitor, check)
        self.intervalMilliseconds = intervalMilliseconds
        self.retryMilliseconds = retryMilliseconds
        self.timeoutMilliseconds = timeoutMilliseconds
        self.failuresToBelieve = failuresToBelieve
    }
}

/// Why an assignment cannot be kept; a figure stands as it was given.
package enum AssignmentProblem: Hashable, Sendable {
    case check(CheckProblem)
    /// The interval in milliseconds, which is not 1 s to 1 day.
    case interval(Int)
    /// The retry time in milliseconds, which is not 1 s to 1 day.
    case retry(Int)
    /// The time-out in milliseconds, which is not 1 to `Limits.probeTimeoutMillisecondsMax`.
    case timeout(Int)
    /// The failures to believe, which are not 1 to 100.
    case failures(Int)
}

extension ProbeAssignment {
    /// Why the assignment cannot be kept; nil when it can.
    package func problem() -> AssignmentProblem? {
        if let problem = check.problem() { return .check(problem) }
        let times = 1000...Limits.probeMillisecondsMax
        guard times.contains(intervalMilliseconds) else { return .interval(intervalMilliseconds) }
        guard times.contains(retryMilliseconds) else { return .retry(retryMilliseconds) }
        guard (1...Limits.probeTimeoutMillisecondsMax).contains(timeoutMilliseconds) else {
            return .timeout(timeoutMilliseconds)
        }
        return (1...100).contains(failuresToBelieve) ? nil : .failures(failuresToBelieve)
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
