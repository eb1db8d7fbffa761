import SupportSystem
import Testing

@Suite struct ClockTests {
    @Test func theBootClockGoesForward() {
        let first = BootClock.nanoseconds
        #expect(first > 0)
        #expect(BootClock.nanoseconds >= first)
        #expect(BootClock.now >= .nanoseconds(first))
    }

    @Test func theBootClockCountsMillisecondsToo() {
        let before = BootClock.nanoseconds / 1_000_000
        let milliseconds = BootClock.milliseconds
        #expect((before...BootClock.nanoseconds / 1_000_000).contains(milliseconds))
    }

    @Test func theWallClockIsInThisCentury() {
        #expect((1_600_000_000_000..<4_102_444_800_000).contains(WallClock.millisecondsSinceEpoch))
    }

    @Test func aDeadlineComes() {
        #expect(Deadline(after: .zero).isOver)
        #expect(Deadline(after: .seconds(-5)).isOver)
        let later = Deadline(after: .seconds(1_000))
        #expect(!later.isOver)
        #expect(later.remaining > .seconds(900))
        #expect(!Deadline(after: .seconds(Int64.max)).isOver)
    }

    @Test func theAlarmRingsOnceForEachArming() throws {
        let rings = GuardedState<[WallAlarm.Ring]>([])
        let alarm = try WallAlarm { ring in rings.change { $0.append(ring) } }
        try alarm.arm(atMillisecondsSinceEpoch: WallClock.millisecondsSinceEpoch + 20)
        #expect(rings.wait(atMost: .seconds(10)) { $0.count == 1 ? true : nil } == true)
        try alarm.arm(atMillisecondsSinceEpoch: -1)
        #expect(rings.wait(atMost: .seconds(10)) { $0.count == 2 ? true : nil } == true)
        alarm.stop()
        #expect(rings.withLock { $0 } == [.expired, .expired])
    }

    @Test func aDisarmedAlarmIsSilent() throws {
        let rings = GuardedState(0)
        let alarm = try WallAlarm { _ in rings.change { $0 += 1 } }
        try alarm.arm(atMillisecondsSinceEpoch: WallClock.millisecondsSinceEpoch + 3_600_000)
        try alarm.disarm()
        #expect(rings.wait(atMost: .milliseconds(20)) { $0 > 0 ? true : nil } == nil)
        alarm.stop()
        alarm.stop()
    }
}
