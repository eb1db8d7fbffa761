import SupportLink
import SupportModel
import SupportProbes

/// Drives a schedule through simulated time, with looks that last as long as a test says.
struct Simulation {
    var schedule: ProbeSchedule
    var now: Int64
    /// What every look comes to, and how long it lasts.
    var outcome: ProbeObservation.Outcome = .success
    var lastsMilliseconds: Int64 = 100
    /// The monitors whose looks last for their whole time-out and fail.
    var hangs: (String) -> Bool = { _ in false }
    /// When the simulation began.
    let begin: Int64
    /// When looks began, in order.
    private(set) var starts: [(time: Int64, monitor: String)] = []
    private var ends: [End] = []

    /// The end of a look that has begun.
    private struct End {
        let time: Int64
        let look: UInt64
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

    /// Lets time pass, waking when the schedule or a look's end asks for it.
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

    /// Time passes without the worker running, as when the host sleeps.
    mutating func sleep(milliseconds: Int64) { now += milliseconds }

    /// Starts and ends what is due now.
    mutating func step() {
        for end in ends.filter({ $0.time <= now }) {
            _ = schedule.finished(end.look, end.hung ? .failure : outcome, now: now)
        }
        ends.removeAll { $0.time <= now }
        for look in schedule.start(now: now) {
            let name = look.assignment.monitor.text
            let hung = hangs(name)
            let lasts = hung ? Int64(look.assignment.timeoutMilliseconds) : lastsMilliseconds
            starts.append((now, name))
            ends.append(End(time: now + lasts, look: look.number, hung: hung))
        }
    }

    /// How often each monitor was looked at since `time`.
    func counts(since time: Int64) -> [String: Int] {
        starts.filter { $0.time >= time }.reduce(into: [:]) { $0[$1.monitor, default: 0] += 1 }
    }

    /// The most looks that began within any `window` milliseconds since `time`.
    func mostStarts(within window: Int64, since time: Int64) -> Int {
        let times = starts.map(\.time).filter { $0 >= time }
        return times.indices.map { first in
            times[first...].prefix { $0 < times[first] + window }.count
        }.max() ?? 0
    }
}
