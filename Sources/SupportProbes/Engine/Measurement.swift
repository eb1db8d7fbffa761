import SupportLink
import SupportModel
import SupportSystem

/// The cost of one HTTP probe, measured by running it many times; for comparisons between programs.
package struct Measurement: Hashable, Sendable {
    /// How many probes ended.
    package let probes: Int
    /// How many of them had an outcome other than success.
    package let failures: Int
    /// From the start of the first probe to the end of the last, in milliseconds.
    package let wallMilliseconds: Int
    /// Processor time of the whole process in that span, in microseconds.
    package let processorMicroseconds: Int
    /// The detail of the first probe that failed; nil when none did.
    package let firstFailure: String?

    /// Runs `count` probes, `parallel` at a time, through the engine that the worker uses; each
    /// result is encoded as it would be for the desk.
    package static func run(
        url: String, count: Int, parallel: Int
    ) throws(EngineFault) -> Measurement {
        let engine = try ProbeEngine()
        let assignment = try assignment(of: url)
        let (began, used) = (BootClock.milliseconds, ProcessUsage.now())
        var (started, done, failures) = (0, 0, 0)
        var firstFailure: String?
        while done < count {
            while started < count, started - done < max(1, parallel) {
                started += 1
                engine.start(Probe(number: UInt64(started), assignment: assignment))
            }
            _ = try engine.turn(until: BootClock.milliseconds + 1000)
            let seen = engine.takeFinished().map { $0.observation(wasPaused: false) }
            guard !seen.isEmpty else { continue }
            _ = WorkerLine.encode(WorkerReport.observed(seen))
            done += seen.count
            let failed = seen.filter { $0.outcome != .success }
            failures += failed.count
            firstFailure = firstFailure ?? failed.first?.detail
        }
        let usedNow = ProcessUsage.now().processorMicroseconds
        return Measurement(
            probes: done, failures: failures,
            wallMilliseconds: Int(BootClock.milliseconds - began),
            processorMicroseconds: usedNow - used.processorMicroseconds, firstFailure: firstFailure)
    }

    private static func assignment(of url: String) throws(EngineFault) -> ProbeAssignment {
        let check = HTTPCheck(url: url)
        if let problem = check.problem() {
            throw EngineFault(doing: "measuring", cause: "\(problem)")
        }
        guard let monitor = Name<Monitor>("measured") else {
            throw EngineFault(doing: "measuring", cause: "the name is refused")
        }
        return ProbeAssignment(
            monitor: monitor, check: .http(check), intervalMilliseconds: 60_000,
            retryMilliseconds: 60_000, timeoutMilliseconds: 10_000, failuresToBelieve: 1)
    }

    /// One line: probes, failures, seconds, and microseconds of processor time per probe.
    package var line: String {
        let each = probes > 0 ? processorMicroseconds / probes : 0
        let cause = firstFailure.map { " (first failure: \($0))" } ?? ""
        return "\(probes) probes, \(failures) failures, \(seconds(wallMilliseconds)) s wall, "
            + "\(seconds(processorMicroseconds / 1000)) s cpu, \(each) µs cpu per probe\(cause)"
    }

    private func seconds(_ milliseconds: Int) -> String {
        "\(milliseconds / 1000).\((milliseconds % 1000).padded(to: 3))"
    }
}
