import HeapModule
package import SupportModel

/// Which monitor is looked at when: a value that is told what happens and answers what to do.
///
/// Times are milliseconds on the boot clock, which runs on while the host sleeps. Invariants:
/// - at most one look of a monitor is in flight, and at most `inFlightMax` in all;
/// - who waits for its turn waits in the order of being due, so that none is passed over for ever;
///   only monitors whose last look lingered are passed by others while their share is taken;
/// - rounds that were missed are skipped: after a pause every monitor goes on in its own rhythm.
package struct ProbeSchedule: Sendable {
    private let inFlightMax: Int
    private let freshMax: Int
    private var monitors: [Name<Monitor>: WatchedMonitor] = [:]
    /// The places of monitors whose looks end soon, and of those whose last look lingered.
    private var (prompt, lingering) = (Heap<DueTime>(), Heap<DueTime>())
    private var inFlight: LooksInFlight
    private var lastLook: UInt64 = 0
    private var lastTicket: UInt64 = 0
    private var lastStart: Int64?
    private var lateness: Int64 = 0

    /// A schedule without monitors that lets at most `inFlightMax` looks, and at least 1, go on at
    /// once, and at most `freshMax` that were begun just now.
    package init(
        inFlightMax: Int = ProbeLimits.probesInFlightMax,
        freshMax: Int = ProbeLimits.freshProbesMax
    ) {
        self.inFlightMax = inFlightMax
        self.freshMax = freshMax
        inFlight = LooksInFlight(most: inFlightMax, freshMost: freshMax)
    }

    /// How many monitors are kept.
    package var count: Int { monitors.count }

    /// Whether a monitor of this name is kept.
    package func keeps(_ name: Name<Monitor>) -> Bool { monitors[name] != nil }

    /// How many looks are in flight.
    package var inFlightCount: Int { inFlight.count }

    /// How many places the order holds, those that hold no more included: at most a little over
    /// twice the monitors.
    package var orderCount: Int { prompt.count + lingering.count }

    /// How many monitors are due and wait for their turn.
    package func waitingCount(now: Int64) -> Int {
        monitors.values.count { $0.due.map { $0.time < now } ?? false }
    }

    /// By how much the latest look since the last call began after it was due, in milliseconds.
    package mutating func takeLateness() -> Int64 {
        defer { lateness = 0 }
        return lateness
    }

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
        _ = inFlight.end(look)
        return look
    }

    /// Forgets everything; returns the looks in flight.
    package mutating func withdrawAll() -> [UInt64] {
        let looks = inFlight.numbers
        monitors = [:]
        inFlight = LooksInFlight(most: inFlightMax, freshMost: freshMax)
        (prompt, lingering) = (Heap(), Heap())
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
        guard !monitors.isEmpty else {
            // Who has nothing to look at rests, and was not paused.
            lastStart = nil
            return []
        }
        if let lastStart, now - lastStart >= Int64(ProbeLimits.pauseMillisecondsMin) {
            resume(now: now)
        }
        lastStart = now
        inFlight.age(now: now)
        var looks: [ProbeLook] = []
        while let next = nextStart(), next.time <= now {
            lateness = max(lateness, now - next.time)
            if let look = begin(next.monitor, now: now) { looks.append(look) }
        }
        return looks
    }

    /// When to ask `start` again if nothing happens before, never further off than the longest rest.
    /// While no monitor is kept there is nothing to ask.
    package mutating func wake(now: Int64) -> Int64 {
        let longest = now + Int64(ProbeLimits.restMillisecondsMax)
        inFlight.age(now: now)
        let times = [nextStart()?.time, inFlight.nextRoom].compactMap(\.self)
        return min(max(times.min() ?? longest, now), longest)
    }

    /// A look has ended. Nil when its monitor was withdrawn or replaced meanwhile; otherwise whether
    /// the worker was paused during the look, so that a failure says nothing about what is watched.
    package mutating func finished(
        _ look: UInt64, _ outcome: ProbeObservation.Outcome, now: Int64
    ) -> (wasPaused: Bool, monitor: Name<Monitor>)? {
        guard let ended = inFlight.end(look), var monitor = monitors[ended.monitor] else {
            return nil
        }
        let name = ended.monitor
        let wasPaused = monitor.wasPaused
        let counted = wasPaused && outcome == .failure ? .unknown : outcome
        monitor.failures = failures(of: monitor, after: counted)
        let next = monitor.isAskedFor ? now : nextTime(of: monitor, after: counted, now: now)
        monitor.look = nil
        monitor.lingers = now - ended.begun >= Int64(ProbeLimits.freshMillisecondsMax)
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

    private mutating func begin(_ name: Name<Monitor>, now: Int64) -> ProbeLook? {
        guard let monitor = monitors[name] else { return nil }
        lastLook += 1
        monitors[name]?.look = lastLook
        // Its place in the order no longer holds, and is dropped when it comes to the front.
        monitors[name]?.due = nil
        inFlight.begin(
            lastLook, LooksInFlight.Look(monitor: name, begun: now, lingers: monitor.lingers))
        return ProbeLook(number: lastLook, assignment: monitor.assignment)
    }

    /// The first place in the order whose look may begin.
    private mutating func nextStart() -> DueTime? {
        let places = [
            inFlight.hasRoom(lingering: false) ? Self.first(in: &prompt, monitors) : nil,
            inFlight.hasRoom(lingering: true) ? Self.first(in: &lingering, monitors) : nil,
        ]
        return places.compactMap(\.self).min()
    }

    /// The first place that still holds; those before it that do not are dropped.
    private static func first(
        in order: inout Heap<DueTime>, _ monitors: [Name<Monitor>: WatchedMonitor]
    ) -> DueTime? {
        while let first = order.min {
            if monitors[first.monitor]?.due == first { return first }
            order.removeMin()
        }
        return nil
    }

    private mutating func line(up name: Name<Monitor>, at time: Int64) {
        guard let lingers = monitors[name]?.lingers else { return }
        lastTicket += 1
        let due = DueTime(time: time, ticket: lastTicket, monitor: name)
        monitors[name]?.due = due
        if lingers { lingering.insert(due) } else { prompt.insert(due) }
        if orderCount > 2 * monitors.count + 64 {
            prompt = Heap(monitors.values.filter { !$0.lingers }.compactMap(\.due))
            lingering = Heap(monitors.values.filter(\.lingers).compactMap(\.due))
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
