import SupportModel
import SupportProbes
import Testing

struct ReachedTimesTests {
    @Test func phasesAreTheDifferences() {
        var times = ReachedTimes()
        (times.resolved, times.connected, times.encrypted) = (100, 300, 900)
        (times.firstByte, times.ended) = (1500, 1700)
        #expect(
            times.phases
                == ProbePhases(
                    resolve: 100, connect: 200, tls: 600, firstByte: 600, transfer: 200,
                    total: 1700))
    }

    @Test func withoutTLSTheFirstByteCountsFromTheConnection() {
        var times = ReachedTimes()
        (times.resolved, times.connected, times.firstByte, times.ended) = (100, 300, 500, 500)
        #expect(
            times.phases
                == ProbePhases(resolve: 100, connect: 200, firstByte: 200, transfer: 0, total: 500))
    }

    @Test func whatWasNotReachedIsNil() {
        var times = ReachedTimes()
        (times.resolved, times.ended) = (100, 5_000_000)
        #expect(times.phases == ProbePhases(resolve: 100, total: 5_000_000))
        times.connected = 50
        #expect(times.phases.connect == nil)
    }
}
