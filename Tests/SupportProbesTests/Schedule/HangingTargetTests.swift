import SupportModel
import SupportProbes
import Testing

/// Targets that never answer keep their slots for the whole time-out and must not delay the others.
struct HangingTargetTests {
    private static let interval: Int64 = 60_000

    /// A thousand monitors, every second of which hangs, simulated for some minutes.
    private func watched(milliseconds: Int64) throws -> Simulation {
        var simulation = Simulation(
            inFlightMax: ProbeLimits.probesInFlightMax, freshMax: ProbeLimits.freshProbesMax)
        simulation.hangs = { $0.hasPrefix("hung") }
        for number in 0..<500 {
            for kind in ["good", "hung"] {
                simulation.assign(
                    try assignment("\(kind)-\(number)", timeout: 10_000, failuresToBelieve: 3))
            }
        }
        simulation.run(milliseconds: milliseconds)
        return simulation
    }

    /// The delay of each regular probe of a good target, in order of size.
    private func lateness(_ simulation: Simulation) -> [Int64] {
        let good = simulation.starts.filter { $0.monitor.hasPrefix("good") }
        return Dictionary(grouping: good, by: \.monitor).flatMap { name, starts in
            let rhythm = Rhythm(name: name, intervalMilliseconds: Int(Self.interval))
            // The first probe is an extra one, soon after the assignment.
            let first = starts[0].time - rhythm.first(after: simulation.begin)
            return [first]
                + starts.dropFirst().map {
                    Self.interval - (rhythm.next(after: $0.time) - $0.time)
                }
        }.sorted()
    }

    @Test("500 hanging targets of 1,000 delay the good ones by less than a second")
    func theGoodOnesAreInTime() throws {
        let lateness = lateness(try watched(milliseconds: 600_000))
        #expect(lateness.count >= 500 * 9)
        #expect(lateness[lateness.count * 99 / 100] < 1000)
        #expect(try #require(lateness.last) < 2000)
    }

    @Test("a hanging target is found out as soon as if it were the only one")
    func theHangingOnesAreFoundOut() throws {
        let simulation = try watched(milliseconds: 60_000)
        let third = Dictionary(grouping: simulation.starts, by: \.monitor)
            .filter { $0.key.hasPrefix("hung") }
            .map { $0.value.map(\.time).sorted().dropFirst(2).first }
        #expect(third.count == 500)
        // Three time-outs and two retry intervals are 50 s; the third probe starts at 40 s.
        #expect(third.allSatisfy { $0.map { $0 - simulation.begin < 43_000 } ?? false })
    }

    @Test("more hanging targets than there are places leave a quarter of them to the others")
    func allPlacesButAQuarter() throws {
        var simulation = Simulation(inFlightMax: 100, freshMax: 20)
        simulation.hangs = { $0.hasPrefix("hung") }
        for number in 0..<400 {
            simulation.assign(
                try assignment("hung-\(number)", interval: 10_000, timeout: 10_000))
        }
        // Long enough for each to have lingered once.
        simulation.run(milliseconds: 60_000)
        let joined = simulation.now
        for number in 0..<50 {
            simulation.assign(try assignment("good-\(number)", interval: 10_000))
        }
        simulation.run(milliseconds: 120_000)
        let late = simulation.starts.filter { $0.monitor.hasPrefix("good") && $0.time > joined }
            .map { start in
                let rhythm = Rhythm(name: start.monitor, intervalMilliseconds: 10_000)
                return 10_000 - (rhythm.next(after: start.time) - start.time)
            }
        #expect(late.count >= 50 * 11)
        #expect(late.filter { $0 >= 1000 }.count <= 50, "but for the first probes")
        let counts = simulation.counts(since: joined).filter { $0.key.hasPrefix("hung") }
        #expect(counts.count == 400, "none of the hanging ones is forgotten")
    }

    @Test("no more than the most are begun at once, and the next ones when those are not fresh")
    func freshProbesAreBounded() throws {
        let schedule = ScheduleUnderTest(inFlightMax: 100, freshMax: 8)
        for number in 0..<50 { schedule.assign(try assignment("m\(number)"), now: 0) }
        #expect(schedule.start(now: 1000).count == 8)
        let wake = 1000 + Int64(ProbeLimits.freshMillisecondsMax)
        #expect(schedule.wake(now: 1000) == wake)
        #expect(schedule.start(now: wake - 1).isEmpty)
        #expect(schedule.start(now: wake).count == 8)
        #expect(schedule.inFlightCount == 16)
    }
}
