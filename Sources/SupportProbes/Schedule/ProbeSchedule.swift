import HeapModule
package import SupportLink
package import SupportModel

/// Decides which monitor is probed when: a value that takes events and times and returns the probes
/// to start.
///
/// Times are milliseconds on the boot clock, which runs on while the host sleeps. Invariants:
/// - at most one probe of a monitor is in flight, and at most `inFlightMax` in all;
/// - monitors that wait for a slot are served in the order of their due times, so that none waits
///   for ever; only monitors whose last probe lingered are overtaken by others while their share of
///   the slots is taken;
/// - missed rounds are skipped: after a pause every monitor continues in its own rhythm.
package struct ProbeSchedule: Sendable {
    private let inFlightMax: Int
    private let freshMax: Int
    private var monitors: [Name<Monitor>: WatchedMonitor] = [:]
    /// The queues of monitors whose last probe ended soon, and of those whose last probe lingered.
    private var (prompt, lingering) = (Heap<DueTime>(), Heap<DueTime>())
    private var inFlight: ProbesInFlight
    private var lastProbe: UInt64 = 0
    private var lastTicket: UInt64 = 0
    private var lastStart: Int64?
    private var lateness: Int64 = 0

    /// A schedule without monitors.
    ///
    /// - Parameters:
    ///   - inFlightMax: the most probes in flight at once; below 1 counts as 1.
    ///   - freshMax: the most fresh probes in flight at once.
    package init(
        inFlightMax: Int = ProbeLimits.probesInFlightMax,
        freshMax: Int = ProbeLimits.freshProbesMax
    ) {
        (self.inFlightMax, self.freshMax) = (inFlightMax, freshMax)
        inFlight = ProbesInFlight(most: inFlightMax, freshMost: freshMax)
    }

    /// How many monitors are kept.
    package var count: Int { monitors.count }

    /// Whether a monitor of this name is kept.
    package func keeps(_ name: Name<Monitor>) -> Bool { monitors[name] != nil }

    /// How many probes are in flight.
    package var inFlightCount: Int { inFlight.count }

    /// How many entries the queues hold, obsolete ones included: at most a little over twice the
    /// number of monitors.
    package var orderCount: Int { prompt.count + lingering.count }

    /// How many monitors are due and wait for a slot.
    package func waitingCount(now: Int64) -> Int {
        monitors.values.count { $0.due.map { $0.time < now } ?? false }
    }

    /// The greatest delay of a probe's start after its due time since the last call, in
    /// milliseconds.
    package mutating func takeLateness() -> Int64 {
        defer { lateness = 0 }
        return lateness
    }

    /// Keeps a monitor from now on; replaces one of the same name.
    ///
    /// A new or changed monitor is probed within a second; an unchanged one continues as it was.
    /// Returns the probe in flight of the replaced monitor, for the caller to cancel.
    package mutating func assign(_ assignment: ProbeAssignment, now: Int64) -> UInt64? {
        let name = assignment.monitor
        guard monitors[name]?.assignment != assignment else { return nil }
        let dropped = withdraw(name)
        let monitor = WatchedMonitor(assignment)
        monitors[name] = monitor
        line(up: name, at: monitor.rhythm.first(after: now))
        return dropped
    }

    /// Forgets a monitor; returns its probe in flight, for the caller to cancel.
    package mutating func withdraw(_ name: Name<Monitor>) -> UInt64? {
        guard let probe = monitors.removeValue(forKey: name)?.probe else { return nil }
        _ = inFlight.end(probe)
        return probe
    }

    /// Forgets all monitors; returns the probes in flight, for the caller to cancel.
    package mutating func withdrawAll() -> [UInt64] {
        let probes = inFlight.numbers
        monitors = [:]
        inFlight = ProbesInFlight(most: inFlightMax, freshMost: freshMax)
        (prompt, lingering) = (Heap(), Heap())
        return probes
    }

    /// Probes a monitor as soon as a slot is free, in addition to its rhythm; false when it is not
    /// kept.
    package mutating func probe(_ name: Name<Monitor>, now: Int64) -> Bool {
        guard let monitor = monitors[name] else { return false }
        if monitor.probe != nil {
            monitors[name]?.isAskedFor = true
        } else if let due = monitor.due, due.time > now {
            line(up: name, at: now)
        }
        return true
    }

    /// Takes the probes to start now; from here on they are in flight.
    package mutating func start(now: Int64) -> [Probe] {
        guard !monitors.isEmpty else {
            // A schedule without monitors is not called, which is no suspension.
            lastStart = nil
            return []
        }
        if let lastStart, now - lastStart >= Int64(ProbeLimits.pauseMillisecondsMin) {
            resume(now: now)
        }
        lastStart = now
        inFlight.age(now: now)
        var probes: [Probe] = []
        while let next = nextStart(), next.time <= now {
            lateness = max(lateness, now - next.time)
            if let probe = begin(next.monitor, now: now) { probes.append(probe) }
        }
        return probes
    }

    /// When to call `start` again if nothing happens before; at most
    /// `ProbeLimits.restMillisecondsMax` away. Without monitors there is no need to call it.
    package mutating func wake(now: Int64) -> Int64 {
        let longest = now + Int64(ProbeLimits.restMillisecondsMax)
        inFlight.age(now: now)
        let times = [nextStart()?.time, inFlight.nextRoom].compactMap(\.self)
        return min(max(times.min() ?? longest, now), longest)
    }

    /// Records the end of a probe.
    ///
    /// Returns nil when its monitor was withdrawn or replaced meanwhile; otherwise whether the
    /// worker was paused during the probe, so that a failure proves nothing about the target.
    package mutating func finished(
        _ probe: UInt64, _ outcome: ProbeObservation.Outcome, now: Int64
    ) -> (wasPaused: Bool, monitor: Name<Monitor>)? {
        guard let ended = inFlight.end(probe), var monitor = monitors[ended.monitor] else {
            return nil
        }
        let name = ended.monitor
        let wasPaused = monitor.wasPaused
        let counted = wasPaused && outcome == .failure ? .unknown : outcome
        monitor.failures = failures(of: monitor, after: counted)
        let next = monitor.isAskedFor ? now : nextTime(of: monitor, after: counted, now: now)
        monitor.probe = nil
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

    private mutating func begin(_ name: Name<Monitor>, now: Int64) -> Probe? {
        guard let monitor = monitors[name] else { return nil }
        lastProbe += 1
        monitors[name]?.probe = lastProbe
        // Its entry in the queue is obsolete now and is dropped when it reaches the front.
        monitors[name]?.due = nil
        inFlight.begin(
            lastProbe, ProbesInFlight.Entry(monitor: name, begun: now, lingers: monitor.lingers))
        return Probe(number: lastProbe, assignment: monitor.assignment)
    }

    /// The first entry of both queues whose probe may start.
    private mutating func nextStart() -> DueTime? {
        let places = [
            inFlight.hasRoom(lingering: false) ? Self.first(in: &prompt, monitors) : nil,
            inFlight.hasRoom(lingering: true) ? Self.first(in: &lingering, monitors) : nil,
        ]
        return places.compactMap(\.self).min()
    }

    /// The first valid entry; obsolete ones before it are dropped.
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

    /// Handles a sleep of the host or a pause of the worker: what was due meanwhile waits for its
    /// next round.
    private mutating func resume(now: Int64) {
        for (name, monitor) in monitors {
            if monitor.probe != nil {
                monitors[name]?.wasPaused = true
            } else if let due = monitor.due, due.time <= now {
                line(up: name, at: monitor.rhythm.next(after: now))
            }
        }
    }
}
