/// What the desk asks a worker to look at, again and again, until it is withdrawn.
package struct ProbeAssignment: Hashable, Sendable, Codable {
    /// Whose looks they are; every observation names it again.
    package var monitor: Name<Monitor>
    /// What to look at, and what is right there.
    package var check: Check
    /// Time between two looks while all is well, in milliseconds; 1000 or more.
    package var intervalMilliseconds: Int
    /// Time between two looks while failures are being counted, in milliseconds.
    package var retryMilliseconds: Int
    /// When a look counts as failed for want of an answer, in milliseconds.
    package var timeoutMilliseconds: Int
    /// How many failures in a row make the desk believe them; until then the retry time holds.
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
