/// One thing the desk watches, and what it last believed of it.
package struct Monitor: Hashable, Sendable, Codable {
    /// What people call it: `acme-shop`.
    package var name: Name<Monitor>
    /// Whose site or host it watches.
    package var client: Name<Client>
    /// What is looked at, and what is right there.
    package var check: Check
    /// How often, and how many looks in a row are believed.
    package var timing: MonitorTiming
    /// The level of the ticket that it opens.
    package var level: Level
    /// What the desk believes of it now.
    package var state: MonitorState
    /// Since when it is in that state.
    package var since: Instant
    /// When it was last believed down and not yet up again; nil while all is well.
    package var downSince: Instant?
    /// What the last change of state rested on: `connection refused`.
    package var detail: String
    /// The one ticket that it has open.
    package var ticket: Identifier<Ticket>?
    /// The sequence number of the record that last changed the monitor.
    package var version: UInt64
}

/// What the desk believes of a monitor.
package enum MonitorState: String, Sendable, Codable, CaseIterable {
    /// It has not been looked at yet.
    case pending
    case up
    /// It failed, not yet often enough to be believed.
    case failing
    /// It failed often enough in a row; a ticket is open.
    case down
    /// It was down and answers again, not yet often enough to be believed.
    case recovering
    /// The desk could not look: it was off, or the worker could not.
    case unknown
    /// A person asked the desk to look no more for now.
    case paused
}

/// How often a monitor looks, and how many looks in a row it believes.
package struct MonitorTiming: Hashable, Sendable, Codable {
    /// Between two looks, in milliseconds: 1 s to 1 day.
    package var intervalMilliseconds: Int
    /// Between two looks while failures are being counted, in milliseconds: 1 s to the interval.
    package var retryMilliseconds: Int
    /// When a look without an answer has failed, in milliseconds: 100 ms to 5 min.
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
        self.failuresToBelieve = failuresToBelieve
        self.successesToBelieve = successesToBelieve
    }

    /// What is wrong with it, for the person who asked for it; nil when nothing is.
    package var problem: String? {
        if !(1000...86_400_000).contains(intervalMilliseconds) {
            return "the interval must be from 1s to 24h"
        }
        if !(1000...intervalMilliseconds).contains(retryMilliseconds) {
            return "the retry must be from 1s to the interval"
        }
        if !(100...300_000).contains(timeoutMilliseconds) {
            return "the time-out must be from 100ms to 5m"
        }
        if !(1...100).contains(failuresToBelieve) || !(1...100).contains(successesToBelieve) {
            return "the failures and successes to believe must be from 1 to 100"
        }
        return nil
    }
}

/// One monitor's last look.
package struct LastLook: Sendable {
    /// What was seen.
    package var observation: ProbeObservation
    /// When the desk heard of it.
    package var at: Instant
    /// On the clock that also counts the host's sleep, in milliseconds.
    package var uptime: Int64
    /// How many looks in a row had this outcome, without a gap between them; 1 or more.
    package var streak: Int
}
