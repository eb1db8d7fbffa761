import SupportDaemon
import SupportModel
import SupportTestKit
import Testing

/// A day in milliseconds.
private let day: Int64 = 86_400_000

/// When the wall clock is believed, reading after reading.
struct ClockGuardTests {
    private static let noon: Instant = "2026-11-25T12:00:00Z"

    /// Where the clocks stand, in milliseconds after noon and after the start of the desk.
    struct Reading: Sendable {
        var wall: Int64
        var uptime: Int64
        /// How far ahead it is found of where it should be; nil where it is believed.
        var ahead: Int64?

        init(_ wall: Int64, _ uptime: Int64, ahead: Int64? = nil) {
            self.wall = wall
            self.uptime = uptime
            self.ahead = ahead
        }
    }

    private func at(_ milliseconds: Int64) -> Instant {
        Self.noon.advanced(byMilliseconds: milliseconds)
    }

    @Test(arguments: [
        ("time passes", [Reading(0, 0), Reading(1, 1), Reading(9 * day, 9 * day)]),
        ("at the limit", [Reading(0, 0), Reading(2 * day, 0)]),
        ("one past it", [Reading(0, 0), Reading(2 * day + 1, 0, ahead: 2 * day + 1)]),
        (
            "the uptime counts",
            [
                Reading(0, 0), Reading(12 * day, 10 * day),
                Reading(16 * day + 1, 12 * day, ahead: 2 * day + 1),
            ]
        ),
        (
            "small steps are each believed",
            [Reading(0, 0), Reading(2 * day, 0), Reading(4 * day, 0), Reading(6 * day, 0)]
        ),
        (
            "reading it again does not make it right",
            [
                Reading(0, 0), Reading(365 * day, 0, ahead: 365 * day),
                Reading(366 * day, day, ahead: 365 * day), Reading(2 * day, 2 * day),
            ]
        ),
        (
            "set back, then right again: no jump",
            [Reading(0, 0), Reading(-300 * day, 1), Reading(day, day), Reading(2 * day, 2 * day)]
        ),
        (
            "set back, then far ahead of where it was",
            [Reading(0, 0), Reading(-300 * day, 0), Reading(3 * day, 0, ahead: 3 * day)]
        ),
    ])
    func isJudgedByTheUptime(what: String, readings: [Reading]) {
        var clocks = ClockGuard(
            lastRecordAt: Self.noon, doubt: nil, now: Self.noon, uptime: 7, isSynchronised: false)
        for reading in readings {
            let verdict = clocks.judge(
                at(reading.wall), uptime: 7 + reading.uptime,
                limits: ClockLimits(forwardDays: 2, downtimeDays: 45), isSynchronised: true)
            switch verdict {
            case .believed: #expect(reading.ahead == nil, "\(what)")
            case .ahead(let shouldBe, let cause):
                #expect(cause == .setForward)
                let ahead = at(reading.wall).milliseconds(since: shouldBe)
                #expect(ahead == reading.ahead, "\(what)")
            }
        }
    }

    @Test(arguments: [
        (45 * day, false, true), (45 * day + 1, false, false), (45 * day + 1, true, true),
        (730 * day, true, true), (730 * day, false, false), (-730 * day, false, true),
    ])
    func atTheStartTheGapOrTheHostDecides(gap: Int64, synchronised: Bool, believed: Bool) {
        var clocks = ClockGuard(
            lastRecordAt: Self.noon, doubt: nil, now: at(gap), uptime: 0,
            isSynchronised: synchronised)
        let verdict = clocks.judge(
            at(gap), uptime: 0, limits: ClockLimits(), isSynchronised: synchronised)
        #expect(verdict == (believed ? .believed : .ahead(of: Self.noon, .longGap)))
    }

    @Test func aNewDeskBelievesTheClockItBeginsWith() {
        var clocks = ClockGuard(
            lastRecordAt: nil, doubt: nil, now: Self.noon, uptime: 0, isSynchronised: false)
        #expect(judge(&clocks, 0, 0) == .believed)
        #expect(judge(&clocks, 3 * day, 0) == .ahead(of: Self.noon, .setForward))
    }

    /// A host without a battery starts in the past and is put right by an NTP daemon.
    @Test func aClockThatComesUpToTheLastRecordIsStillStarting() {
        var clocks = ClockGuard(
            lastRecordAt: Self.noon, doubt: nil, now: at(-900 * day), uptime: 0,
            isSynchronised: false)
        #expect(judge(&clocks, -900 * day, 0) == .believed)
        #expect(judge(&clocks, 40 * day, 0) == .believed, "the desk was off for 40 days")
        #expect(
            judge(&clocks, 43 * day, 0) == .ahead(of: at(40 * day), .setForward))
    }

    /// A clock that is a little behind the last record, as after a crash, ends the start.
    @Test func aClockThatIsALittleBehindHasStarted() {
        var clocks = ClockGuard(
            lastRecordAt: Self.noon, doubt: nil, now: at(-1000), uptime: 0, isSynchronised: false)
        #expect(judge(&clocks, -1000, 0) == .believed)
        #expect(judge(&clocks, 10 * day, 0) == .ahead(of: Self.noon, .setForward))
    }

    @Test func whatAnOperatorSaysIsBelieved() {
        var clocks = ClockGuard(
            lastRecordAt: Self.noon, doubt: nil, now: Self.noon, uptime: 0, isSynchronised: false)
        #expect(judge(&clocks, 365 * day, 0) == .ahead(of: Self.noon, .longGap))
        clocks.trust(at(365 * day), uptime: 0)
        #expect(judge(&clocks, 366 * day, day) == .believed)
        #expect(
            judge(&clocks, 400 * day, day)
                == .ahead(of: at(366 * day), .setForward))
    }

    /// After a restart with a doubt: the clock as it stands, whether the host vouches for it, and
    /// whether it is believed.
    @Test(arguments: [
        (ClockDoubt.Cause.setForward, 365 * day, false, false),
        (.setForward, 365 * day, true, false), (.setForward, 500 * day, true, false),
        (.setForward, 2 * day, false, true), (.setForward, 2 * day + 1, false, false),
        (.setForward, 20 * day, true, true), (.setForward, -day, false, true),
        (.longGap, 365 * day, false, false), (.longGap, 365 * day, true, true),
        (.longGap, 45 * day, false, true), (.longGap, 45 * day + 1, false, false),
    ])
    func aDoubtOutlastsARestart(
        cause: ClockDoubt.Cause, wall: Int64, synchronised: Bool, believed: Bool
    ) {
        let doubt = ClockDoubt(cause: cause, since: Self.noon, jumpedTo: at(365 * day))
        var clocks = ClockGuard(
            lastRecordAt: at(365 * day), doubt: doubt, now: at(wall), uptime: 0,
            isSynchronised: synchronised)
        let verdict = clocks.judge(
            at(wall), uptime: 0, limits: ClockLimits(), isSynchronised: synchronised)
        #expect((verdict == .believed) == believed)
    }

    @Test func theEndsOfTimeAreHeld() {
        var clocks = ClockGuard(
            lastRecordAt: .earliest, doubt: nil, now: .earliest, uptime: .min,
            isSynchronised: false)
        #expect(judge(&clocks, 0, .max) == .believed)
        clocks.trust(.latest, uptime: .max)
        #expect(
            clocks.judge(
                .latest, uptime: .min, limits: ClockLimits(), isSynchronised: false) == .believed)
    }

    private func judge(
        _ clocks: inout ClockGuard, _ wall: Int64, _ uptime: Int64
    ) -> ClockGuard.Verdict {
        clocks.judge(at(wall), uptime: uptime, limits: ClockLimits(), isSynchronised: false)
    }
}
