/// What is done with a monitor, and wants it in certain states.
package enum MonitorAct: Hashable, Sendable, CaseIterable {
    /// It is paused: not paused before.
    case pause
    /// It is resumed: paused before.
    case resume
    /// It is probed at once: not paused.
    case check
}

/// What one value of a monitor does not allow.
package enum MonitorRule: Hashable, Sendable {
    case timing(TimingFault)
    /// The check's type, and what is wrong with it.
    case check(type: String, problem: String)
}

/// Which figure of a timing is out of its range.
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
