import SupportLink
import SupportModel
import SupportSystem

/// Runs one HTTP look many times over and says what it cost: for comparing, not for watching.
package struct Measurement: Hashable, Sendable {
    /// How many looks were made to their end.
    package let probes: Int
    /// How many of them came to anything but success.
    package let failures: Int
    /// From the first start to the last end, in milliseconds.
    package let wallMilliseconds: Int
    /// Processor time of this whole process meanwhile, in microseconds.
    package let processorMicroseconds: Int
    /// What the first failure said; nil where there was none.
    package let firstFailure: String?

    /// Looks `count` times, `parallel` at once, through the same engine as every other look; what
    /// was seen is written as it would be for the desk.
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
                engine.start(ProbeLook(number: UInt64(started), assignment: assignment))
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
        if let problem = check.problem() { throw EngineFault(doing: "measuring", cause: problem) }
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
