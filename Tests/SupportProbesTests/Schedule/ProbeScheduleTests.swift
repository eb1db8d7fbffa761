import SupportModel
import SupportProbes
import Testing

struct ProbeScheduleTests {
    @Test func newMonitorsAreProbedWithinASecond() throws {
        var simulation = Simulation()
        for number in 0..<200 { simulation.assign(try assignment("m\(number)")) }
        simulation.run(milliseconds: 1000)
        #expect(simulation.counts(since: 0).count == 200)
        #expect(simulation.mostStarts(within: 50, since: 0) < 40)
    }

    @Test func monitorsOfOneIntervalAreSpreadOverIt() throws {
        var simulation = Simulation()
        for number in 0..<600 { simulation.assign(try assignment("m\(number)")) }
        simulation.run(milliseconds: 60_000)
        let steady = simulation.now
        simulation.run(milliseconds: 60_000 * 3)
        #expect(simulation.counts(since: steady + 1).values.allSatisfy { $0 == 3 })
        #expect(simulation.mostStarts(within: 1000, since: steady + 1) <= 30)
    }

    @Test func aSleepIsFollowedByNoBurst() throws {
        var simulation = Simulation()
        for number in 0..<600 { simulation.assign(try assignment("m\(number)")) }
        simulation.run(milliseconds: 120_000)
        simulation.sleep(milliseconds: 3_600_000)
        let woken = simulation.now
        simulation.run(milliseconds: 60_000)
        #expect(simulation.counts(since: woken).count >= 598)
        #expect(simulation.mostStarts(within: 1000, since: woken) <= 30)
    }

    @Test func anotherInstantOfTheSameRhythmAfterARestart() throws {
        var before = Simulation()
        var after = Simulation(now: 1_000_000_000 + 600_123)
        before.assign(try assignment("acme-shop"))
        after.assign(try assignment("acme-shop"))
        before.run(milliseconds: 300_000)
        after.run(milliseconds: 300_000)
        let phases = (before.starts.dropFirst() + after.starts.dropFirst()).map { $0.time % 60_000 }
        #expect(phases.count >= 8)
        #expect(Set(phases).count == 1)
    }

    @Test func failuresAreRetriedUntilBelieved() throws {
        var simulation = Simulation()
        simulation.outcome = .failure
        simulation.assign(try assignment("acme-shop", interval: 3_600_000, retry: 10_000))
        simulation.run(milliseconds: 60_000)
        let times = simulation.starts.map(\.time)
        #expect(times.count == 3)
        #expect(zip(times.dropFirst(), times).map { $0.0 - $0.1 } == [10_100, 10_100])
    }

    @Test func successEndsTheRetries() throws {
        var simulation = Simulation()
        simulation.outcome = .failure
        simulation.assign(try assignment("acme-shop", interval: 3_600_000, retry: 10_000))
        simulation.run(milliseconds: 5_000)
        simulation.outcome = .success
        simulation.run(milliseconds: 60_000)
        #expect(simulation.starts.count == 2)
    }

    @Test func unknownIsNeitherFailureNorSuccess() throws {
        var simulation = Simulation()
        simulation.outcome = .unknown
        simulation.assign(try assignment("acme-shop", interval: 3_600_000, retry: 10_000))
        simulation.run(milliseconds: 60_000)
        #expect(simulation.starts.count == 1)
    }

    @Test func whoWaitsIsServedInTurn() throws {
        var simulation = Simulation(inFlightMax: 2)
        simulation.lastsMilliseconds = 10_000
        for number in 0..<20 { simulation.assign(try assignment("m\(number)", interval: 1000)) }
        simulation.run(milliseconds: 1_000_000)
        let counts = simulation.counts(since: 0)
        let least = try #require(counts.values.min())
        #expect(counts.count == 20)
        #expect((8...11).contains(least))
        #expect(counts.values.allSatisfy { $0 - least <= 1 })
    }

    @Test func noMoreThanTheMostAreInFlight() throws {
        let schedule = ScheduleUnderTest(inFlightMax: 3)
        for number in 0..<10 { schedule.assign(try assignment("m\(number)"), now: 0) }
        #expect(schedule.start(now: 1000).count == 3)
        #expect(schedule.start(now: 1001).isEmpty)
        #expect(schedule.inFlightCount == 3)
    }

    @Test func aRequestProbesAtOnceAndKeepsTheRhythm() throws {
        let schedule = ScheduleUnderTest()
        let monitor = try name("acme-shop")
        schedule.assign(try assignment("acme-shop", interval: 3_600_000), now: 0)
        let first = try #require(schedule.start(now: 1000).first)
        schedule.finish(first.number, .success, now: 1100)
        #expect(schedule.start(now: 2000).isEmpty)
        let regular = Rhythm(name: "acme-shop", intervalMilliseconds: 3_600_000).next(after: 2000)
        #expect(schedule.probe(monitor, now: 2000))
        let asked = try #require(schedule.start(now: 2000).first)
        schedule.finish(asked.number, .success, now: 2001)
        #expect(schedule.start(now: 2002).isEmpty)
        var now: Int64 = 2002
        while now < regular - 5000 {
            now = schedule.wake(now: now)
            #expect(schedule.start(now: now).isEmpty)
        }
        #expect(schedule.start(now: regular).count == 1)
    }

    @Test func aRequestDuringAProbeAsksForOneMore() throws {
        let schedule = ScheduleUnderTest()
        schedule.assign(try assignment("acme-shop"), now: 0)
        let first = try #require(schedule.start(now: 1000).first)
        #expect(schedule.probe(try name("acme-shop"), now: 1001))
        #expect(schedule.start(now: 1002).isEmpty)
        schedule.finish(first.number, .success, now: 1100)
        #expect(schedule.start(now: 1100).count == 1)
    }

    @Test func askingForAStrangerIsAnsweredNo() throws {
        let schedule = ScheduleUnderTest()
        #expect(!schedule.probe(try name("nobody"), now: 0))
    }

    @Test func withdrawingDropsTheProbeInFlight() throws {
        let schedule = ScheduleUnderTest()
        schedule.assign(try assignment("acme-shop"), now: 0)
        let probe = try #require(schedule.start(now: 1000).first)
        #expect(schedule.withdraw(try name("acme-shop")) == probe.number)
        #expect(schedule.finish(probe.number, .success, now: 1001) == nil)
        #expect(schedule.count == 0 && schedule.inFlightCount == 0)
    }

    @Test func aChangedAssignmentStartsAnewAnUnchangedOneGoesOn() throws {
        let schedule = ScheduleUnderTest()
        schedule.assign(try assignment("acme-shop"), now: 0)
        let probe = try #require(schedule.start(now: 1000).first)
        #expect(schedule.assign(try assignment("acme-shop"), now: 1001) == nil)
        #expect(schedule.inFlightCount == 1)
        #expect(schedule.assign(try assignment("acme-shop", timeout: 9), now: 1002) == probe.number)
        #expect(schedule.start(now: 2002).map(\.assignment.timeoutMilliseconds) == [9])
    }

    @Test func aFailureDuringAPauseSaysNothing() throws {
        let schedule = ScheduleUnderTest()
        schedule.assign(try assignment("acme-shop"), now: 0)
        let probe = try #require(schedule.start(now: 1000).first)
        schedule.start(now: 500_000)
        #expect(schedule.finish(probe.number, .failure, now: 500_001) == true)
        #expect(schedule.start(now: 510_001).isEmpty, "a void failure is not retried")
    }

    @Test func aShortStandstillIsNoPause() throws {
        let schedule = ScheduleUnderTest()
        schedule.assign(try assignment("acme-shop"), now: 0)
        let probe = try #require(schedule.start(now: 1000).first)
        let justUnder = Int64(1000 + ProbeLimits.pauseMillisecondsMin - 1)
        schedule.start(now: justUnder)
        #expect(schedule.finish(probe.number, .failure, now: justUnder) == false)
    }

    @Test func aRestWithoutMonitorsIsNoPause() throws {
        let schedule = ScheduleUnderTest()
        let first = try assignment("acme-shop", interval: 3_600_000)
        schedule.assign(first, now: 0)
        #expect(schedule.start(now: 1000).count == 1)
        _ = schedule.withdraw(first.monitor)
        #expect(schedule.start(now: 1001).isEmpty)
        schedule.assign(first, now: 900_000)
        #expect(schedule.start(now: 901_000).count == 1, "probed within a second")
    }

    @Test func restsAreNeverLongerThanTheLongest() throws {
        let schedule = ScheduleUnderTest()
        #expect(schedule.wake(now: 7) == 7 + Int64(ProbeLimits.restMillisecondsMax))
    }
}
