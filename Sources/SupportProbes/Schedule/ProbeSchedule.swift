import HeapModule
package import SupportModel

/// Which monitor is looked at when: a value that is told what happens and answers what to do.
///
/// Times are milliseconds on the boot clock, which runs on while the host sleeps. Invariants:
/// - at most one look of a monitor is in flight, and at most `inFlightMax` in all;
/// - who waits for its turn waits in the order of being due, so that none is passed over for ever;
/// - rounds that were missed are skipped: after a pause every monitor goes on in its own rhythm.
package struct ProbeSchedule: Sendable {
    private let inFlightMax: Int
    private var monitors: [Name<Monitor>: WatchedMonitor] = [:]
    private var order = Heap<DueTime>()
    private var inFlight: [UInt64: Name<Monitor>] = [:]
    private var lastLook: UInt64 = 0
    private var lastTicket: UInt64 = 0
    private var lastStart: Int64?

    /// A schedule without monitors that lets at most `inFlightMax` looks, and at least 1, go on at
    /// once.
    package init(inFlightMax: Int = ProbeLimits.probesInFlightMax) {
        self.inFlightMax = max(1, inFlightMax)
    }

    /// How many monitors are kept.
    package var count: Int { monitors.count }

    /// Whether a monitor of this name is kept.
    package func keeps(_ name: Name<Monitor>) -> Bool { monitors[name] != nil }

    /// How many looks are in flight.
    package var inFlightCount: Int { inFlight.count }

    /// How many places the order holds, those that hold no more included: at most a little over
    /// twice the monitors.
    package var orderCount: Int { order.count }

    /// Keeps a monitor from now on, in place of one with its name.
    ///
    /// A new or changed one is first looked at within a second; one that is the same goes on as it
    /// was. Returns the look in flight of the one that was replaced, which is of no more interest.
    package mutating func assign(_ assignment: ProbeAssignment, now: Int64) -> UInt64? {
        let name = assignment.monitor
        guard monitors[name]?.assignment != assignment else { return nil }
        let dropped = withdraw(name)
        let monitor = WatchedMonitor(assignment)
        monitors[name] = monitor
        line(up: name, at: monitor.rhythm.first(after: now))
        return dropped
    }

    /// Forgets a monitor; returns its look in flight, which is of no more interest.
    package mutating func withdraw(_ name: Name<Monitor>) -> UInt64? {
        guard let look = monitors.removeValue(forKey: name)?.look else { return nil }
        inFlight[look] = nil
        return look
    }

    /// Forgets everything; returns the looks in flight.
    package mutating func withdrawAll() -> [UInt64] {
        let looks = Array(inFlight.keys)
        monitors = [:]
        inFlight = [:]
        order = Heap()
        return looks
    }

    /// Looks at a monitor as soon as a turn is free, besides its rhythm; false when it is not kept.
    package mutating func look(at name: Name<Monitor>, now: Int64) -> Bool {
        guard let monitor = monitors[name] else { return false }
        if monitor.look != nil {
            monitors[name]?.isAskedFor = true
        } else if let due = monitor.due, due.time > now {
            line(up: name, at: now)
        }
        return true
    }

    /// The looks to start now, which are in flight from here on.
    package mutating func start(now: Int64) -> [ProbeLook] {
        if let lastStart, now - lastStart >= Int64(ProbeLimits.pauseMillisecondsMin) {
            resume(now: now)
        }
        lastStart = now
        var looks: [ProbeLook] = []
        while inFlight.count < inFlightMax, let next = nextDue(), next.time <= now {
            order.removeMin()
            if let look = begin(next.monitor) { looks.append(look) }
        }
        return looks
    }

    /// When to ask `start` again if nothing happens before, never further off than the longest rest.
    package mutating func wake(now: Int64) -> Int64 {
        let longest = now + Int64(ProbeLimits.restMillisecondsMax)
        guard inFlight.count < inFlightMax, let next = nextDue() else { return longest }
        return min(max(next.time, now), longest)
    }

    /// A look has ended. Nil when its monitor was withdrawn or replaced meanwhile; otherwise whether
    /// the worker was paused during the look, so that a failure says nothing about what is watched.
    package mutating func finished(
        _ look: UInt64, _ outcome: ProbeObservation.Outcome, now: Int64
    ) -> (wasPaused: Bool, monitor: Name<Monitor>)? {
        guard let name = inFlight.removeValue(forKey: look), var monitor = monitors[name] else {
            return nil
        }
        let wasPaused = monitor.wasPaused
        let counted = wasPaused && outcome == .failure ? .unknown : outcome
        monitor.failures = failures(of: monitor, after: counted)
        let next = monitor.isAskedFor ? now : nextTime(of: monitor, after: counted, now: now)
        monitor.look = nil
        monitor.wasPaused = false
        monitor.isAskedFor = false
        monitors[name] = monitor
        line(up: name, at: next)
        return (wasPaused, name)
    }

    private func failures(of monitor: WatchedMonitor, after outcome: ProbeObservation.Outcome)
        -> Int
    {
        switch outcome {
        case .success: 0
        case .unknown: monitor.failures
        case .failure: min(monitor.failures + 1, max(1, monitor.assignment.failuresToBelieve))
        }
    }

    private func nextTime(
        of monitor: WatchedMonitor, after outcome: ProbeObservation.Outcome, now: Int64
    ) -> Int64 {
        let regular = monitor.rhythm.next(after: now)
        guard outcome == .failure, monitor.failures < monitor.assignment.failuresToBelieve else {
            return regular
        }
        let retry = Int64(max(1, monitor.assignment.retryMilliseconds))
        return now + min(retry, monitor.rhythm.interval)
    }

    private mutating func begin(_ name: Name<Monitor>) -> ProbeLook? {
        guard let monitor = monitors[name] else { return nil }
        lastLook += 1
        monitors[name]?.look = lastLook
        monitors[name]?.due = nil
        inFlight[lastLook] = name
        return ProbeLook(number: lastLook, assignment: monitor.assignment)
    }

    /// The first place in the order that still holds; those before it that do not are dropped.
    private mutating func nextDue() -> DueTime? {
        while let first = order.min {
            if monitors[first.monitor]?.due == first { return first }
            order.removeMin()
        }
        return nil
    }

    private mutating func line(up name: Name<Monitor>, at time: Int64) {
        lastTicket += 1
        let due = DueTime(time: time, ticket: lastTicket, monitor: name)
        monitors[name]?.due = due
        order.insert(due)
        if order.count > 2 * monitors.count + 64 {
            order = Heap(monitors.values.compactMap(\.due))
        }
    }

    /// The host slept, or the worker stood still: what was due meanwhile waits for its next round.
    private mutating func resume(now: Int64) {
        for (name, monitor) in monitors {
            if monitor.look != nil {
                monitors[name]?.wasPaused = true
            } else if let due = monitor.due, due.time <= now {
                line(up: name, at: monitor.rhythm.next(after: now))
            }
        }
    }
}
