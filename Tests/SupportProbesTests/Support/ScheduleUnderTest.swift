import SupportLink
import SupportModel
import SupportProbes

/// A schedule behind a reference, so that what changes it can stand in an expectation.
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
    func look(at name: Name<Monitor>, now: Int64) -> Bool { schedule.look(at: name, now: now) }

    @discardableResult
    func start(now: Int64) -> [ProbeLook] { schedule.start(now: now) }

    func wake(now: Int64) -> Int64 { schedule.wake(now: now) }

    /// Whether the worker was paused during the look; nil for a look of no more interest.
    @discardableResult
    func finish(_ look: UInt64, _ outcome: ProbeObservation.Outcome, now: Int64) -> Bool? {
        schedule.finished(look, outcome, now: now)?.wasPaused
    }
}
