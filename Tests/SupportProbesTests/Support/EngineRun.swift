import SupportLink
import SupportModel
import SupportProbes
import SupportSystem
import Testing

/// Runs looks on an engine until all have ended, or a bound has passed.
enum EngineRun {
    /// What each of the assignments' looks came to, in the order of ending.
    static func observe(
        _ assignments: [ProbeAssignment], on engine: ProbeEngine? = nil
    ) throws -> [ProbeObservation] {
        let engine = try engine ?? ProbeEngine()
        for (index, assignment) in assignments.enumerated() {
            engine.start(ProbeLook(number: UInt64(index + 1), assignment: assignment))
        }
        return try wait(for: assignments.count, on: engine)
    }

    /// What one look at this came to.
    static func observe(_ check: Check, timeout: Int = 5000) throws -> ProbeObservation {
        try #require(try observe([assignment("m", check, timeout: timeout)]).first)
    }

    /// The next `count` observations, at most 10 seconds long.
    static func wait(for count: Int, on engine: ProbeEngine) throws -> [ProbeObservation] {
        var seen: [ProbeObservation] = []
        let bound = BootClock.milliseconds + 10_000
        while seen.count < count, BootClock.milliseconds < bound {
            _ = try engine.turn(until: BootClock.milliseconds + 100)
            seen += engine.takeFinished().map { $0.observation(wasPaused: false) }
        }
        try #require(seen.count == count, "only \(seen.count) of \(count) looks ended")
        return seen
    }
}
