import SupportLink
import SupportModel
import SupportProbes
import SupportSystem
import Testing

/// Runs probes on an engine until all have ended or a time has passed.
enum EngineRun {
    /// The observations of one probe for each assignment, in the order of their ends.
    static func observe(
        _ assignments: [ProbeAssignment], on engine: ProbeEngine? = nil
    ) throws -> [ProbeObservation] {
        let engine = try engine ?? ProbeEngine()
        for (index, assignment) in assignments.enumerated() {
            engine.start(Probe(number: UInt64(index + 1), assignment: assignment))
        }
        return try wait(for: assignments.count, on: engine)
    }

    /// The observation of one probe.
    static func observe(_ check: Check, timeout: Int = 5000) throws -> ProbeObservation {
        try #require(try observe([assignment("m", check, timeout: timeout)]).first)
    }

    /// The next `count` observations; waits at most 10 seconds.
    static func wait(for count: Int, on engine: ProbeEngine) throws -> [ProbeObservation] {
        var seen: [ProbeObservation] = []
        let bound = BootClock.milliseconds + 10_000
        while seen.count < count, BootClock.milliseconds < bound {
            _ = try engine.turn(until: BootClock.milliseconds + 100)
            seen += engine.takeFinished().map { $0.observation(wasPaused: false) }
        }
        try #require(seen.count == count, "only \(seen.count) of \(count) probes ended")
        return seen
    }
}
