/// Counts looks in a row and says when the desk should believe something else.
///
/// It lives beside the state, not in it: single looks are not journaled, changes of belief are.
/// After a gap the count begins anew, so that a gap can never make a monitor `down`.
package struct MonitorTracker: Sendable {
    /// The last look at each monitor.
    private var looks: [Name<Monitor>: LastLook] = [:]
    /// Those that were looked at since the last gap; what was counted of the others counts no more.
    private var seen: Set<Name<Monitor>> = []

    /// A tracker that has seen nothing, as after every start of the desk.
    package init() {}

    /// The last look at a monitor since the desk started.
    package func lastLook(_ monitor: Name<Monitor>) -> LastLook? { looks[monitor] }

    /// Forgets a monitor, or what was counted for one that now looks at something else.
    package mutating func forget(_ monitor: Name<Monitor>) {
        looks[monitor] = nil
        seen.remove(monitor)
    }

    /// Takes note of a gap: the next look at each monitor is the first of its count.
    package mutating func interrupt() { seen = [] }

    /// Takes a look in and says what to believe now, if that differs from the monitor's state.
    ///
    /// - Parameter uptime: milliseconds on a clock that also counts the host's sleep.
    package mutating func take(
        _ observation: ProbeObservation, of monitor: Monitor, at now: Instant, uptime: Int64
    ) -> MonitorState? {
        guard monitor.state != .paused else { return nil }
        let allowed = Int64(
            2 * monitor.timing.intervalMilliseconds + 2 * monitor.timing.timeoutMilliseconds + 5000)
        let before = looks[monitor.name]
        let continuous =
            !seen.insert(monitor.name).inserted
            && before.map { uptime - $0.uptime <= allowed } ?? false
        let sameOutcome = continuous && before?.observation.outcome == observation.outcome
        let streak = sameOutcome ? (before?.streak ?? 0) + 1 : 1
        looks[monitor.name] = LastLook(
            observation: observation, at: now, uptime: uptime, streak: streak)
        // A failure right after a gap opens nothing: the way there may just be coming back.
        let isFirstFailure =
            !continuous && monitor.state == .unknown && observation.outcome == .failure
        let state = belief(observation.outcome, streak: isFirstFailure ? 0 : streak, monitor)
        return state == monitor.state ? nil : state
    }

    private func belief(
        _ outcome: ProbeObservation.Outcome, streak: Int, _ monitor: Monitor
    ) -> MonitorState {
        switch outcome {
        case .unknown:
            // One look that could not be made says nothing yet; a row of them does.
            return streak >= monitor.timing.failuresToBelieve ? .unknown : monitor.state
        case .failure:
            if streak >= monitor.timing.failuresToBelieve { return .down }
            return monitor.downSince == nil
                ? .failing
                : monitor.state == .recovering
                    ? .down : monitor.state
        case .success:
            if monitor.downSince == nil { return .up }
            return streak >= monitor.timing.successesToBelieve ? .up : .recovering
        }
    }
}
