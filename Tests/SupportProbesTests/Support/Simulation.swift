import SupportLink
import SupportModel
import SupportProbes

/// Runs a schedule in simulated time, with probes that take as long as a test says.
struct Simulation {
    var schedule: ProbeSchedule
    var now: Int64
    /// The outcome of every probe, and how long it takes.
    var outcome: ProbeObservation.Outcome = .success
    var lastsMilliseconds: Int64 = 100
    /// The monitors whose probes take their whole time-out and fail.
    var hangs: (String) -> Bool = { _ in false }
    /// When the simulation began.
    let begin: Int64
    /// The starts of probes, in order.
    private(set) var starts: [(time: Int64, monitor: String)] = []
    private var ends: [End] = []

    /// The end of a probe in flight.
    private struct End {
        let time: Int64
        let probe: UInt64
        let hung: Bool
    }

    init(
        inFlightMax: Int = 256, freshMax: Int = ProbeLimits.freshProbesMax,
        now: Int64 = 1_000_000_000
    ) {
        schedule = ProbeSchedule(inFlightMax: inFlightMax, freshMax: freshMax)
        self.now = now
        begin = now
    }

    mutating func assign(_ assignment: ProbeAssignment) {
        _ = schedule.assign(assignment, now: now)
    }

    /// Advances the time, stopping where the schedule asks for it and at each end of a probe.
    mutating func run(milliseconds: Int64) {
        let end = now + milliseconds
        while true {
            step()
            let next = min(schedule.wake(now: now), ends.map(\.time).min() ?? .max)
            guard max(next, now + 1) <= end else { break }
            now = max(next, now + 1)
        }
        now = end
    }

    /// Advances the time without running the schedule, as when the host sleeps.
    mutating func sleep(milliseconds: Int64) { now += milliseconds }

    /// Starts and ends what is due now.
    mutating func step() {
        for end in ends.filter({ $0.time <= now }) {
            _ = schedule.finished(end.probe, end.hung ? .failure : outcome, now: now)
        }
        ends.removeAll { $0.time <= now }
        for probe in schedule.start(now: now) {
            let name = probe.assignment.monitor.text
            let hung = hangs(name)
            let lasts = hung ? Int64(probe.assignment.timeoutMilliseconds) : lastsMilliseconds
            starts.append((now, name))
            ends.append(End(time: now + lasts, probe: probe.number, hung: hung))
        }
    }

    /// How often each monitor was probed since `time`.
    func counts(since time: Int64) -> [String: Int] {
        starts.filter { $0.time >= time }.reduce(into: [:]) { $0[$1.monitor, default: 0] += 1 }
    }

    /// The most probes that started within any `window` milliseconds since `time`.
    func mostStarts(within window: Int64, since time: Int64) -> Int {
        let times = starts.map(\.time).filter { $0 >= time }
        return times.indices.map { first in
            times[first...].prefix { $0 < times[first] + window }.count
        }.max() ?? 0
    }
}
