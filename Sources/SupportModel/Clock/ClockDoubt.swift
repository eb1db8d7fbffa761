/// That the wall clock may be wrong: it shows a time so far ahead that hours would expire by it, and
/// an operator has not confirmed it yet (R10).
package struct ClockDoubt: Hashable, Sendable, Codable {
    /// Why the time is doubted.
    package enum Cause: String, Sendable, Codable, CaseIterable {
        /// The clock was set forward while the desk was running.
        case setForward = "set-forward"
        /// Much time seems to have passed while the desk was off, and the host's clock is not
        /// synchronised.
        case longGap = "long-gap"
    }

    /// What gave rise to it.
    package var cause: Cause
    /// The last time that was believed: what the clock would have shown when it was set, or the
    /// last record's time.
    package var since: Instant
    /// What the clock showed instead.
    package var jumpedTo: Instant

    package init(cause: Cause, since: Instant, jumpedTo: Instant) {
        self.cause = cause
        self.since = since
        self.jumpedTo = jumpedTo
    }

    /// How far the clock went ahead, in milliseconds; never negative.
    package var milliseconds: Int64 { max(0, jumpedTo.milliseconds(since: since)) }

    /// How far the clock went ahead, in whole days.
    package var days: Int { Int(milliseconds / 86_400_000) }
}

extension State {
    /// The time that a date may rest on: now or, while the clock is in doubt, the last time that was
    /// believed.
    package func believed(_ now: Instant) -> Instant {
        clockDoubt.map { min(now, $0.since) } ?? now
    }

    /// Refuses what needs to know which day it is while the clock is in doubt (R10).
    func expectTrustedClock(_ now: Instant) throws(Refusal) {
        if let clockDoubt { throw .clockInDoubt(clockDoubt, now: now) }
    }
}
