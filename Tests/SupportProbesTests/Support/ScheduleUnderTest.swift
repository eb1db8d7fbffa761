import SupportLink
import SupportModel
import SupportProbes

/// A schedule behind a reference, so that mutating calls can stand in an expectation.
final class ScheduleUnderTest {
    private var schedule: ProbeSchedule

    init(inFlightMax: Int = 256, freshMax: Int = ProbeLimits.freshProbesMax) {
        schedule = ProbeSchedule(inFlightMax: inFlightMax, freshMax: freshMax)
    }

    var count: Int { schedule.count }
    var inFlightCount: Int { schedule.inFlightCount }
    var orderCount: Int { schedule.orderCount }

    @discardableResult
    func assign(_ assignment: ProbeAssignment, now: Int64) -> UInt64? {
        schedule.assign(assignment, now: now)
    }

    func withdraw(_ name: Name<Monitor>) -> UInt64? { schedule.withdraw(name) }

    @discardableResult
    func probe(_ name: Name<Monitor>, now: Int64) -> Bool { schedule.probe(name, now: now) }

    @discardableResult
    func start(now: Int64) -> [Probe] { schedule.start(now: now) }

    func wake(now: Int64) -> Int64 { schedule.wake(now: now) }

    /// Whether the worker was paused during the probe; nil for a probe whose monitor was withdrawn
    /// or replaced.
    @discardableResult
    func finish(_ probe: UInt64, _ outcome: ProbeObservation.Outcome, now: Int64) -> Bool? {
        schedule.finished(probe, outcome, now: now)?.wasPaused
    }
}
