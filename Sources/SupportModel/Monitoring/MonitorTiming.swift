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
