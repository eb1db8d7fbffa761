import SupportModel
import SupportProbes
import SupportTestKit
import Testing

/// The invariants of a schedule hold after each of many random orders, outcomes and pauses.
struct ScheduleInvariantTests {
    private struct Run {
        let schedule = ScheduleUnderTest(inFlightMax: 5)
        var numbers: SeededRandom
        var now: Int64 = 0
        var inFlight: [UInt64: String] = [:]

        mutating func drop(_ probe: UInt64?) {
            if let probe { inFlight[probe] = nil }
        }

        mutating func act() throws {
            let text = "m\(Int.random(in: 0..<12, using: &numbers))"
            switch Int.random(in: 0..<12, using: &numbers) {
            case 0...2:
                let interval = Int.random(in: 1...4, using: &numbers) * 1000
                drop(schedule.assign(try assignment(text, interval: interval), now: now))
            case 3: drop(schedule.withdraw(try name(text)))
            case 4...5: schedule.probe(try name(text), now: now)
            case 6...8: try finish()
            case 9: now += Int64.random(in: 0...40_000, using: &numbers)
            default: now += Int64.random(in: 0...2000, using: &numbers)
            }
            try start()
        }

        mutating func start() throws {
            for probe in schedule.start(now: now) {
                let text = probe.assignment.monitor.text
                #expect(!inFlight.values.contains(text), "two probes of \(text) at once")
                inFlight[probe.number] = text
            }
            #expect(inFlight.count <= 5)
            #expect(schedule.inFlightCount == inFlight.count)
            #expect(schedule.orderCount <= 2 * schedule.count + 64)
            let wake = schedule.wake(now: now)
            #expect((now...now + Int64(ProbeLimits.restMillisecondsMax)).contains(wake))
        }

        mutating func finish() throws {
            let probes = inFlight.keys.sorted()
            guard let probe = probes.randomElement(using: &numbers) else { return }
            let outcomes: [ProbeObservation.Outcome] = [.success, .failure, .unknown]
            let outcome = try #require(outcomes.randomElement(using: &numbers))
            #expect(schedule.finish(probe, outcome, now: now) != nil)
            #expect(schedule.finish(probe, outcome, now: now) == nil)
            inFlight[probe] = nil
        }
    }

    @Test(arguments: 1...20) func invariantsHold(seed: UInt64) throws {
        var run = Run(numbers: SeededRandom(seed: seed))
        for _ in 0..<1500 { try run.act() }
        #expect(run.schedule.count > 0)
    }
}
