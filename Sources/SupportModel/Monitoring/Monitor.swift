/// One site or resource that the desk monitors, and its present state.
package struct Monitor: Hashable, Sendable, Codable {
    /// As in `acme-shop`.
    package var name: Name<Monitor>
    package var client: Name<Client>
    package var check: Check
    package var timing: MonitorTiming
    /// The level of the ticket that it opens.
    package var level: Level
    package var state: MonitorState
    package var since: Instant
    /// When the present outage began; nil while there is none.
    package var downSince: Instant?
    /// The reason of the last change of state: `connection refused`.
    package var detail: String
    /// The ticket that it has open, at most one.
    package var ticket: Identifier<Ticket>?
    /// The sequence number of the record that last changed the monitor.
    package var version: UInt64

    /// Enters a state, with its reason.
    mutating func become(_ state: MonitorState, _ reason: String, _ stamp: Stamp) {
        self.state = state
        since = stamp.at
        detail = reason
        version = stamp.sequence
    }
}

/// A monitor that was removed, so that the records about it still lead to its client.
package struct FormerMonitor: Hashable, Sendable, Codable {
    package var name: Name<Monitor>
    package var client: Name<Client>
    /// The sequence number of the record that removed it.
    package var removedIn: UInt64
}

/// The states of a monitor.
package enum MonitorState: String, Sendable, Codable, CaseIterable {
    /// It has not been probed yet.
    case pending
    case up
    /// Probes failed, not yet often enough to count as an outage.
    case failing
    /// Probes failed often enough in a row; a ticket is open.
    case down
    /// It was down and a probe succeeded, not yet often enough to count as up.
    case recovering
    /// Its state is not known: the desk was off, or no worker could probe.
    case unknown
    /// A person paused its probes.
    case paused
}

/// How often a monitor is probed, and how many equal outcomes in a row change its state.
package struct MonitorTiming: Hashable, Sendable, Codable {
    /// The time between two probes, in milliseconds: 1 s to 1 day.
    package var intervalMilliseconds: Int
    /// The time between two probes while failures are counted, in milliseconds: 1 s to the
    /// interval.
    package var retryMilliseconds: Int
    /// The time after which a probe without an answer has failed, in milliseconds: 100 ms to 5 min.
    package var timeoutMilliseconds: Int
    /// Failures in a row that make it `down`: 1 to 100.
    package var failuresToBelieve: Int
    /// Successes in a row that make it `up` again: 1 to 100.
    package var successesToBelieve: Int

    package init(
        intervalMilliseconds: Int, retryMilliseconds: Int, timeoutMilliseconds: Int,
        failuresToBelieve: Int = 3, successesToBelieve: Int = 2
    ) {
        self.intervalMilliseconds = intervalMilliseconds
        self.retryMilliseconds = retryMilliseconds
        self.timeoutMilliseconds = timeoutMilliseconds
        (self.failuresToBelieve, self.successesToBelieve) = (failuresToBelieve, successesToBelieve)
    }

    /// Which figure is out of its range; nil when all are valid.
    var fault: TimingFault? {
        if !(1000...86_400_000).contains(intervalMilliseconds) {
            return .interval
        }
        if !(1000...intervalMilliseconds).contains(retryMilliseconds) {
            return .retry
        }
        if !(100...300_000).contains(timeoutMilliseconds) {
            return .timeout
        }
        if !(1...100).contains(failuresToBelieve) || !(1...100).contains(successesToBelieve) {
            return .streak
        }
        return nil
    }
}

/// A probe and its time.
package struct SeenProbe: Sendable {
    package var observation: ProbeObservation
    /// When the desk received the observation.
    package var at: Instant
}

/// A monitor's last probe, and what led to it.
package struct LastProbe: Sendable {
    package var observation: ProbeObservation
    /// When the desk received the observation.
    package var at: Instant
    /// When the desk received it on the clock that also counts the host's sleep, in milliseconds.
    package var uptime: Int64
    /// How many probes in a row had this outcome, without a gap between them; 1 or more.
    package var streak: Int
    /// When the desk received the first of those.
    package var streakSince: Instant
    /// The failures among those, oldest first, at most `Limits.reportedFailuresMax` of the newest.
    package var failures: [SeenProbe]
    /// The last success since the desk started or the monitor was changed; nil for none.
    package var lastSuccess: SeenProbe?
}
