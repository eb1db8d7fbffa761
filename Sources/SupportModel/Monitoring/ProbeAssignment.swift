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

/// What a worker saw when it looked once.
package struct ProbeObservation: Hashable, Sendable, Codable {
    /// The judgement of one look.
    package enum Outcome: String, Sendable, Codable, CaseIterable {
        /// As it should be.
        case success
        /// Not as it should be.
        case failure
        /// The worker could not look at all (a path that is gone, no descriptors left): says nothing
        /// about what is watched.
        case unknown
    }

    /// The monitor that was looked at.
    package var monitor: Name<Monitor>
    /// How what was seen is judged.
    package var outcome: Outcome
    /// One line for people: `HTTP 200 in 12 ms`, `connection refused`, `91 % used on /srv`.
    package var detail: String
    /// How long each part of the exchange took; nil where none was measured.
    package var phases: ProbePhases?

    package init(
        monitor: Name<Monitor>, outcome: Outcome, detail: String, phases: ProbePhases? = nil
    ) {
        self.monitor = monitor
        self.outcome = outcome
        self.detail = detail
        self.phases = phases
    }
}

/// How long each part of a network probe took, in microseconds; nil for a part that was not reached.
package struct ProbePhases: Hashable, Sendable, Codable {
    /// From the start to the name resolved.
    package var resolve: Int?
    /// From then to the TCP connection open.
    package var connect: Int?
    /// From then to the TLS handshake done.
    package var tls: Int?
    /// From then to the first byte of the answer.
    package var firstByte: Int?
    /// From then to the last byte.
    package var transfer: Int?
    /// From the start to the end.
    package var total: Int

    package init(
        resolve: Int? = nil, connect: Int? = nil, tls: Int? = nil, firstByte: Int? = nil,
        transfer: Int? = nil, total: Int
    ) {
        self.resolve = resolve
        self.connect = connect
        self.tls = tls
        self.firstByte = firstByte
        self.transfer = transfer
        self.total = total
    }
}
