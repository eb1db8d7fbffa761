import SupportLink
import SupportModel
import SupportTestKit
import Testing

struct ProbeAssignmentTests {
    @Test("an assignment is the monitor's check and timing; a paused monitor has none")
    func ofAMonitor() throws {
        let check = Check.tcp(TCPCheck(host: "a.example", port: 22))
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        let timing = MonitorTiming(
            intervalMilliseconds: 60_000, retryMilliseconds: 10_000, timeoutMilliseconds: 2_000,
            failuresToBelieve: 4)
        try desk.perform(AddMonitor(monitor: "shop", client: "acme", check: check, timing: timing))
        #expect(
            desk.state.monitors["shop"]?.assignment
                == ProbeAssignment(
                    monitor: "shop", check: check, intervalMilliseconds: 60_000,
                    retryMilliseconds: 10_000, timeoutMilliseconds: 2_000, failuresToBelieve: 4))
        try desk.perform(PauseMonitor(monitor: "shop"))
        #expect(try #require(desk.state.monitors["shop"]).assignment == nil)
    }

    @Test func itsFiguresAreHeldToLimits() {
        func problem(
            _ interval: Int, _ retry: Int, _ timeout: Int, _ failures: Int
        ) -> AssignmentProblem? {
            ProbeAssignment(
                monitor: "shop", check: .memory(MemoryCheck()), intervalMilliseconds: interval,
                retryMilliseconds: retry, timeoutMilliseconds: timeout,
                failuresToBelieve: failures
            ).problem()
        }
        let (longest, timeout) = (Limits.probeMillisecondsMax, Limits.probeTimeoutMillisecondsMax)
        #expect(problem(longest, longest, timeout, 100) == nil)
        #expect(problem(1000, 1000, 1, 1) == nil)
        #expect(problem(longest + 1, 1000, 1, 1) == .interval(longest + 1))
        #expect(problem(1000, longest + 1, 1, 1) == .retry(longest + 1))
        #expect(problem(1000, 1000, timeout + 1, 1) == .timeout(timeout + 1))
        #expect(problem(1000, 1000, 0, 1) == .timeout(0))
        #expect(problem(1000, 1000, 1, 101) == .failures(101))
    }
}
