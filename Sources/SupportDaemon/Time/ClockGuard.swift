package import SupportModel

/// Says whether the wall clock has run further ahead than time can have passed.
///
/// It holds the time that was believed last together with the uptime of that moment. The uptime
/// says what the wall clock should show by now; it never jumps and nobody can set it. What lies
/// further ahead than the limit is not believed, and does not become so by being read again. A clock
/// that stands behind is believed and changes nothing: the time that was believed last stays, so
/// that putting the clock right afterwards is no jump.
///
/// At the start nothing says how long the desk was off. Until the clock has come up to the last
/// record's time, a wider limit holds, and none where the host's clock is synchronised.
package struct ClockGuard: Sendable {
    /// What to make of a reading.
    package enum Verdict: Hashable, Sendable {
        /// Dates may rest on it.
        case believed
        /// It is further ahead than the limit of the time that should be.
        case ahead(of: Instant, ClockDoubt.Cause)
    }

    private static let millisecondsPerDay: Int64 = 86_400_000

    private var wall: Instant
    private var uptime: Int64
    private var isStarting: Bool

    /// The guard of a desk that starts.
    ///
    /// - Parameters:
    ///   - lastRecordAt: the time of the journal's last record; nil for a new desk.
    ///   - doubt: the doubt that stood when the desk ended.
    package init(
        lastRecordAt: Instant?, doubt: ClockDoubt?, now: Instant, uptime: Int64,
        isSynchronised: Bool
    ) {
        self.uptime = uptime
        isStarting = doubt.map { $0.cause == .longGap } ?? true
        guard let doubt else {
            wall = lastRecordAt ?? now
            return
        }
        if now >= doubt.jumpedTo {
            // Nothing says how long it was off, but it is as far ahead as before.
            let shouldBe = now.advanced(byMilliseconds: -doubt.milliseconds)
            wall = max(doubt.since, shouldBe)
        } else {
            // It was put back meanwhile: right, if the host vouches for it.
            wall = isSynchronised ? max(doubt.since, now) : doubt.since
        }
    }

    /// What to make of the clocks as they stand now.
    ///
    /// - Parameter isSynchronised: asked only where it matters.
    package mutating func judge(
        _ now: Instant, uptime: Int64, limits: ClockLimits, isSynchronised: @autoclosure () -> Bool
    ) -> Verdict {
        let (passed, overflow) = uptime.subtractingReportingOverflow(self.uptime)
        let shouldBe = wall.advanced(byMilliseconds: overflow ? .max : max(0, passed))
        let ahead = now.milliseconds(since: shouldBe)
        let forward = Int64(limits.forwardDays) * Self.millisecondsPerDay
        let downtime = Int64(limits.downtimeDays) * Self.millisecondsPerDay
        if isStarting {
            guard ahead <= max(forward, downtime) || isSynchronised() else {
                return .ahead(of: shouldBe, .longGap)
            }
        } else if ahead > forward {
            return .ahead(of: shouldBe, .setForward)
        }
        if ahead >= 0 {
            trust(now, uptime: uptime)
        } else if -ahead <= forward {
            isStarting = false
        }
        return .believed
    }

    /// Believes the clocks as they stand, because an operator has said so.
    package mutating func trust(_ now: Instant, uptime: Int64) {
        wall = now
        self.uptime = uptime
        isStarting = false
    }
}

/// How far the wall clock may go ahead before its time is doubted.
package struct ClockLimits: Hashable, Sendable {
    /// The most that it may be set forward at once while the desk runs, in days.
    package var forwardDays: Int
    /// The longest time for which the desk may have been off where the host's clock is not
    /// synchronised, in days.
    package var downtimeDays: Int

    package init(forwardDays: Int = 2, downtimeDays: Int = 45) {
        self.forwardDays = forwardDays
        self.downtimeDays = downtimeDays
    }
}
