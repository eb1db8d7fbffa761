package import SupportModel

/// Decides whether the wall clock is further ahead than the time that can have passed.
///
/// It stores the last wall time that it believed and the uptime at that moment. The uptime gives
/// the time that the wall clock should show; it never jumps and nobody can set it. A time further
/// ahead than the limit is not believed, however often it is read. A clock that is behind is
/// believed and changes nothing: the stored time stays, so that correcting the clock afterwards is
/// no jump.
///
/// At the start nothing says how long the desk was off. Until the wall clock reaches the last
/// record's time, a wider limit holds, and none where the host's clock is synchronised.
package struct ClockGuard: Sendable {
    /// The result of judging a reading of the clock.
    package enum Verdict: Hashable, Sendable {
        /// Dates may be computed from it.
        case believed
        /// It is further ahead of the expected time than the limit.
        case ahead(of: Instant, ClockDoubt.Cause)
    }

    private var wall: Instant
    private var uptime: Int64
    private var isStarting: Bool

    /// The guard of a desk that starts.
    ///
    /// - Parameters:
    ///   - lastRecordAt: the time of the journal's last record; nil for a new desk.
    ///   - doubt: the doubt that was recorded when the desk ended.
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
            // Nothing says how long the desk was off, but the clock is as far ahead as before.
            let shouldBe = now.advanced(byMilliseconds: -doubt.milliseconds)
            wall = max(doubt.since, shouldBe)
        } else {
            // The clock was set back meanwhile: correct, if the host's clock is synchronised.
            wall = isSynchronised ? max(doubt.since, now) : doubt.since
        }
    }

    /// Judges a reading of the clocks.
    ///
    /// - Parameter isSynchronised: evaluated only where the verdict depends on it.
    package mutating func judge(
        _ now: Instant, uptime: Int64, limits: ClockLimits, isSynchronised: @autoclosure () -> Bool
    ) -> Verdict {
        let (passed, overflow) = uptime.subtractingReportingOverflow(self.uptime)
        let shouldBe = wall.advanced(byMilliseconds: overflow ? .max : max(0, passed))
        let ahead = now.milliseconds(since: shouldBe)
        let forward = Int64(limits.forwardDays) * Instant.millisecondsPerDay
        let downtime = Int64(limits.downtimeDays) * Instant.millisecondsPerDay
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

    /// Believes the present reading, because an operator confirmed it.
    package mutating func trust(_ now: Instant, uptime: Int64) {
        wall = now
        self.uptime = uptime
        isStarting = false
    }
}

/// How far the wall clock may jump forward before its time is doubted.
package struct ClockLimits: Hashable, Sendable {
    /// The furthest that it may be set forward at once while the desk runs, in days.
    package var forwardDays: Int
    /// The longest time that the desk may have been off where the host's clock is not synchronised,
    /// in days.
    package var downtimeDays: Int

    package init(forwardDays: Int = 2, downtimeDays: Int = 45) {
        (self.forwardDays, self.downtimeDays) = (forwardDays, downtimeDays)
    }
}
