import SupportDaemon
import Testing

/// When a worker counts as hung, and when the desk itself was suspended.
struct WorkerPulseTests {
    /// Checks every second until `end`, with reports at the given times; the times at which the
    /// worker counted as hung.
    private func silences(
        _ pulse: Held<WorkerPulse>, from start: Int64, to end: Int64, heard: [Int64] = []
    ) -> [Int64] {
        var found: [Int64] = []
        for now in stride(from: start + 1000, through: end, by: 1000) {
            for time in heard where time > now - 1000 && time <= now {
                pulse { $0.heard(now: time) }
            }
            if pulse({ $0.silence(now: now) }) != nil { found.append(now) }
        }
        return found
    }

    @Test("a worker that reports every three seconds is left alone")
    func alive() {
        let pulse = Held(WorkerPulse(now: 0))
        let heard = Array(stride(from: Int64(3000), through: 600_000, by: 3000))
        #expect(silences(pulse, from: 0, to: 600_000, heard: heard).isEmpty)
    }

    @Test("three times of silence are too long, one millisecond less is not")
    func silent() {
        let pulse = Held(WorkerPulse(now: 0))
        #expect(silences(pulse, from: 0, to: 8_000).isEmpty)
        #expect(pulse { $0.silence(now: 8_999) } == nil)
        #expect(pulse { $0.silence(now: 9_000) } == 9_000)
        #expect(WorkerPulse.silenceMax == 9_000)
    }

    @Test("a desk that was away itself gives the worker its whole time again")
    func ownGap() {
        let pulse = Held(WorkerPulse(now: 0))
        #expect(pulse { $0.silence(now: 1_000) } == nil)
        // The desk was suspended, or its host slept, for ten minutes.
        #expect(pulse { $0.silence(now: 601_000) } == nil)
        #expect(silences(pulse, from: 601_000, to: 609_000).isEmpty)
        #expect(pulse { $0.silence(now: 610_000) } == 9_000)
    }

    @Test("a worker whose report is overdue is reported as silent")
    func quiet() {
        let pulse = Held(WorkerPulse(now: 0))
        #expect(pulse { $0.quiet(now: 4_000) } == nil)
        #expect(pulse { $0.quiet(now: 4_001) } == 4_001)
        pulse { $0.heard(now: 5_000) }
        #expect(pulse { $0.quiet(now: 9_000) } == nil)
    }

    @Test("a check that comes a little late is no gap")
    func lateCheck() {
        let pulse = Held(WorkerPulse(now: 0))
        for now in stride(from: Int64(2_000), through: 8_000, by: 2_000) {
            #expect(pulse { $0.silence(now: now) } == nil)
        }
        #expect(pulse { $0.silence(now: 10_000) } == 10_000)
    }

    @Test("a worker that reports is checked no more often than it reports")
    func pauses() {
        let pulse = Held(WorkerPulse(now: 0))
        var (next, checks) = (pulse { $0.pause(now: 0) }, 0)
        for time in stride(from: Int64(3000), through: 600_000, by: 3000) {
            while next <= time {
                let now = next
                #expect(pulse { $0.silence(now: now) } == nil)
                next = now + pulse { $0.pause(now: now) }
                checks += 1
            }
            pulse { $0.heard(now: time) }
        }
        #expect((190...200).contains(checks), "one to a report")
    }

    @Test("a worker that is quiet is checked every second, and detected in time")
    func soughtWhileQuiet() {
        let pulse = Held(WorkerPulse(now: 0))
        var (now, checks) = (Int64(0), 0)
        while pulse({ $0.silence(now: now) }) == nil {
            let last = now
            now = last + pulse { $0.pause(now: last) }
            checks += 1
        }
        #expect((9_000..<10_000).contains(now))
        #expect(checks <= 7)
    }
}
