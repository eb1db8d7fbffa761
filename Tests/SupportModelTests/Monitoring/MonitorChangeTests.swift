import SupportModel
import SupportTestKit
import Testing

/// The values of a monitor after each change: state, since, detail, and `version`, which is the
/// number of the record.
struct MonitorChangeTests {
    private static let site = Check.http(HTTPCheck(url: "https://shop.example.com/"))
    private static let other = Check.tcp(TCPCheck(host: "other.example", port: 443))
    private static let slow = MonitorTiming(
        intervalMilliseconds: 600_000, retryMilliseconds: 60_000, timeoutMilliseconds: 5000)

    private func desk(_ probes: String = "ok") throws -> WatchedDesk {
        var desk = try WatchedDesk()
        try desk.probe(probes)
        try desk.fixture.advance(to: desk.fixture.now.advanced(byMilliseconds: 1000))
        return desk
    }

    private func change(
        check: Check? = nil, timing: MonitorTiming? = nil, level: Level? = nil
    ) -> ChangeMonitor {
        ChangeMonitor(monitor: "shop", check: check, timing: timing, level: level)
    }

    @Test func aChangeTouchesWhatItNamesAndNothingElse() throws {
        let before = try desk()
        let was = try #require(before.monitor)
        for (command, expected) in [
            (change(level: .regular), (Self.site, was.timing, Level.regular)),
            (change(timing: Self.slow), (Self.site, Self.slow, .emergency)),
            (change(check: Self.other), (Self.other, was.timing, .emergency)),
        ] {
            var desk = before.fixture
            try desk.perform(command)
            let it = try #require(desk.state.monitors["shop"])
            #expect((it.check, it.timing, it.level) == expected)
            #expect(it.version == desk.state.sequence)
            guard command.check == nil else { continue }
            // The state was one of the same check.
            #expect((it.state, it.since, it.detail) == (was.state, was.since, was.detail))
        }
    }

    @Test func whatWasBelievedOfAnotherCheckIsUnknownFromNowOn() throws {
        var desk = try desk()
        try desk.fixture.perform(change(check: Self.other))
        #expect(desk.monitor?.state == .unknown)
        #expect(desk.monitor?.since == desk.fixture.now)
        #expect(desk.monitor?.detail == "not looked at since the change")
        for word in ["pending", "paused"] {
            var idle = try WatchedDesk()
            if word == "paused" { try idle.fixture.perform(PauseMonitor(monitor: "shop")) }
            try idle.fixture.perform(change(check: Self.other))
            #expect(idle.monitor?.state.rawValue == word, "nothing was believed")
        }
    }

    @Test func anOutageWithATicketGoesOnUnderAnotherCheck() throws {
        var desk = try desk("bad bad bad")
        let since = try #require(desk.monitor?.downSince)
        try desk.fixture.perform(change(check: Self.other))
        #expect(desk.monitor?.downSince == since)
        #expect(desk.monitor?.ticket == 2)
    }

    @Test func aChangeIsHeldToTheSameLimitsAsANewMonitor() throws {
        let desk = try desk().fixture
        var tooFast = Self.slow
        tooFast.intervalMilliseconds = 999
        for command in [
            change(timing: tooFast), change(check: .tcp(TCPCheck(host: "", port: 443))),
        ] {
            guard case .invalid = refusal(command, on: desk) else {
                Issue.record("taken: \(command)")
                continue
            }
        }
    }

    @Test func aPauseAndItsEndSaySinceWhenAndWhy() throws {
        var desk = try desk()
        try desk.fixture.perform(PauseMonitor(monitor: "shop", reason: "the host is moved"))
        func shown() -> String {
            guard let it = desk.monitor else { return "gone" }
            let isNew = it.since == desk.fixture.now && it.version == desk.fixture.state.sequence
            return "\(it.state): \(it.detail), \(isNew ? "from now on" : "as before")"
        }
        #expect(shown() == "paused: the host is moved, from now on")
        try desk.fixture.advance(to: desk.fixture.now.advanced(byMilliseconds: 1000))
        try desk.fixture.perform(ResumeMonitor(monitor: "shop"))
        #expect(shown() == "unknown: not looked at since the pause, from now on")
        try desk.fixture.advance(to: desk.fixture.now.advanced(byMilliseconds: 1000))
        try desk.fixture.perform(
            ChangeMonitorState(monitor: "shop", to: .up, detail: "200"), by: .desk)
        #expect(shown() == "up: 200, from now on")
        try desk.fixture.advance(to: desk.fixture.now.advanced(byMilliseconds: 1000))
        try desk.fixture.perform(InterruptMonitoring(reason: "the desk was off"), by: .desk)
        #expect(shown() == "unknown: the desk was off, from now on")
    }

    @Test func aGapTouchesOnlyThoseThatWereProbed() throws {
        var desk = try desk().fixture
        for name in ["idle", "asleep"] as [Name<Monitor>] {
            try desk.perform(AddMonitor(monitor: name, client: "acme", check: Self.other))
        }
        try desk.perform(PauseMonitor(monitor: "asleep"))
        let before = desk.state.monitors
        try desk.perform(InterruptMonitoring(reason: "the desk was off"), by: .desk)
        #expect(desk.state.monitors["shop"]?.state == .unknown)
        #expect(desk.state.monitors["idle"] == before["idle"])
        #expect(desk.state.monitors["asleep"] == before["asleep"])
    }

    @Test func theSameBeliefAgainIsNothingNew() throws {
        var desk = try desk().fixture
        let again = ChangeMonitorState(monitor: "shop", to: .up, detail: "again")
        #expect(try desk.perform(again, by: .desk).isEmpty)
    }

    @Test func aPausedMonitorIsNotProbedAndItsProbesAreNotCounted() throws {
        var desk = try desk()
        try desk.fixture.perform(PauseMonitor(monitor: "shop"))
        let paused = try #require(desk.monitor)
        var tracker = MonitorTracker()
        let late = ProbeObservation(monitor: "shop", outcome: .failure, detail: "late")
        #expect(tracker.take(late, of: paused, at: desk.fixture.now, uptime: 1) == nil)
        #expect(tracker.lastProbe("shop") == nil)
    }

    @Test func sitesAndResourcesHaveATimingOfTheirOwn() throws {
        var desk = try desk().fixture
        desk.policy.siteTiming = Self.slow
        for (name, check, interval) in [
            ("front", Self.site, 600_000), ("port", Self.other, 600_000),
            ("disk", .disk(DiskCheck(path: "/")), 60_000), ("ram", .memory(MemoryCheck()), 60_000),
            ("cpu", .load(LoadCheck()), 60_000),
        ] as [(Name<Monitor>, Check, Int)] {
            try desk.perform(AddMonitor(monitor: name, client: "acme", check: check))
            #expect(desk.state.monitors[name]?.timing.intervalMilliseconds == interval, "\(name)")
        }
    }

    @Test func whatACheckAsksByDefault() {
        let site = HTTPCheck(url: "https://shop.example.com/")
        #expect((site.statusLowest, site.statusHighest, site.followsRedirects) == (200, 399, true))
        #expect(DiskCheck(path: "/").freePercentMin == 10)
        #expect(MemoryCheck().availablePercentMin == 5)
        #expect(LoadCheck().loadPerProcessorHundredthsMax == 200)
        let timing = DeskPolicy().siteTiming
        #expect((timing.failuresToBelieve, timing.successesToBelieve) == (3, 2))
    }
}
