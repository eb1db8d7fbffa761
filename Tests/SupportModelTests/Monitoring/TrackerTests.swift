import SupportModel
import SupportTestKit
import Testing

/// How outcomes change a state: 3 failures in a row are an outage, 2 successes end it.
struct TrackerTests {
    @Test(
        "three failures in a row are believed, and two successes; another outcome starts anew",
        arguments: [
            [
                ("ok ok", "up up"), ("bad bad bad", "failing failing down"),
                ("bad bad", "down down"),
            ],
            [
                ("bad bad ok", "failing failing up"),
                ("bad bad ok bad bad", "failing failing up failing failing"),
            ],
            [
                ("bad bad bad ok ok", "failing failing down recovering up"),
                ("bad bad bad", "failing failing down"),
                ("ok bad ok ok", "recovering down recovering up"),
            ],
        ])
    func rows(_ rows: [(outcomes: String, states: String)]) throws {
        var desk = try WatchedDesk()
        for row in rows { #expect(try desk.probe(row.outcomes) == row.states) }
        #expect(desk.opened.isEmpty == !rows.contains { $0.states.contains("down") })
    }

    @Test func aGapResetsTheCount() throws {
        var desk = try WatchedDesk()
        #expect(try desk.probe("bad bad") == "failing failing")
        // Two intervals, two time-outs and 5 s may pass: 145 s at 60 s and 10 s.
        desk.uptime += 145_001
        #expect(try desk.probe("bad bad", every: 0) == "failing failing")
        #expect(try desk.probe("bad", every: 145_000) == "down")
    }

    @Test("a recorded gap resets the count, and the first round after it opens nothing")
    func aRecordedGap() throws {
        var desk = try WatchedDesk()
        #expect(try desk.probe("ok bad bad") == "up failing failing")
        try desk.interrupt()
        #expect(desk.monitor?.state == .unknown)
        #expect(try desk.probe("bad bad bad") == "failing failing down")
        #expect(desk.opened == [2])
        try desk.interrupt()
        #expect(try desk.probe("bad ok ok") == "unknown recovering up")
    }

    @Test("the first round after a gap opens nothing though one failure is believed")
    func aRecordedGapAndOneFailure() throws {
        var desk = try WatchedDesk(believed: 1)
        try desk.probe("ok")
        try desk.interrupt()
        #expect(try desk.probe("bad") == "failing")
        #expect(desk.opened.isEmpty)
        #expect(try desk.probe("bad") == "down")
        try desk.interrupt()
        #expect(try desk.probe("ok") == "up")
    }

    @Test func unknownNeverBecomesDownByItself() throws {
        var desk = try WatchedDesk()
        #expect(try desk.probe("? ? ?") == "pending pending unknown")
        #expect(try desk.probe("ok ? ? ? ? ? ? ? ?").hasSuffix("unknown unknown unknown unknown"))
        #expect(desk.opened.isEmpty)
        #expect(try desk.probe("bad ? bad ? bad ? bad").hasSuffix("failing"))
        #expect(desk.opened.isEmpty)
    }

    @Test func aRowOfProbesThatCouldNotBeMadeIsUnknown() throws {
        var desk = try WatchedDesk()
        #expect(try desk.probe("ok ? ? ok") == "up up up up")
        #expect(try desk.probe("? ? ?") == "up up unknown")
        #expect(try desk.probe("bad bad bad") == "failing failing down")
        #expect(try desk.probe("? ? ?") == "down down unknown")
        #expect(try desk.probe("ok ok") == "recovering up")
    }

    @Test func aPausedMonitorIgnoresEveryProbe() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad")
        try desk.fixture.perform(PauseMonitor(monitor: "shop"))
        #expect(try desk.probe("bad bad bad ok ok") == "paused paused paused paused paused")
        #expect(desk.opened.isEmpty)
        try desk.fixture.perform(ResumeMonitor(monitor: "shop"))
        #expect(desk.monitor?.state == .unknown)
    }

    @Test func whatWasCountedCanBeForgotten() throws {
        var desk = try WatchedDesk()
        try desk.probe("bad bad")
        #expect(desk.tracker.lastProbe("shop")?.streak == 2)
        desk.tracker.forget("shop")
        #expect(desk.tracker.lastProbe("shop") == nil)
        #expect(try desk.probe("bad bad bad") == "failing failing down")
    }

    @Test(arguments: [1, 100])
    func theMonitorsOwnCountsHold(believed: Int) throws {
        var desk = try WatchedDesk(believed: believed)
        let probes = Array(repeating: "bad", count: believed).joined(separator: " ")
        let states = try desk.probe(probes).split(separator: " ")
        #expect(states.last == "down")
        #expect(states.dropLast().allSatisfy { $0 == "failing" })
        try desk.probe(probes.replacing("bad", with: "ok"))
        #expect(desk.monitor?.state == .up)
    }
}
