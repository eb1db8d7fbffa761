/// A value of a monitor that is refused.
package enum MonitorRule: Hashable, Sendable {
    case timing(TimingFault)
    /// The check's type, and what is wrong with it.
    case check(type: String, problem: CheckProblem)
}

/// The value of a timing that is out of its range.
package enum TimingFault: Hashable, Sendable, CaseIterable {
    /// From 1 s to 24 h.
    case interval
    /// From 1 s to the interval.
    case retry
    /// From 100 ms to 5 min.
    case timeout
    /// From 1 to 100, failures and successes.
    case streak
}
