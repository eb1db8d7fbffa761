/// The state in which the wall clock may be wrong: it shows a time so far ahead that hours would
/// expire, and an operator has not confirmed it yet (R10).
package struct ClockDoubt: Hashable, Sendable, Codable {
    /// Why the time is doubted.
    package enum Cause: String, Sendable, Codable, CaseIterable {
        /// The clock was set forward while the desk was running.
        case setForward = "set-forward"
        /// The clock shows a long gap since the desk was off, and the host's clock is not
        /// synchronised.
        case longGap = "long-gap"
    }

    package var cause: Cause
    /// The last trusted time: what the clock would have shown when it was set, or the last record's
    /// time.
    package var since: Instant
    /// The time that the clock showed instead.
    package var jumpedTo: Instant

    package init(cause: Cause, since: Instant, jumpedTo: Instant) {
        (self.cause, self.since, self.jumpedTo) = (cause, since, jumpedTo)
    }

    /// How far the clock went ahead, in milliseconds; never negative.
    package var milliseconds: Int64 { max(0, jumpedTo.milliseconds(since: since)) }

    /// How far the clock went ahead, in whole days.
    package var days: Int { Int(milliseconds / Instant.millisecondsPerDay) }
}

extension State {
    /// The time from which dates may be computed: now or, while the clock is in doubt, the last
    /// trusted time.
    package func believed(_ now: Instant) -> Instant {
        clockDoubt.map { min(now, $0.since) } ?? now
    }

    /// Refuses commands that depend on the present day while the clock is in doubt (R10).
    func expectTrustedClock(_ now: Instant) throws(Refusal) {
        if let clockDoubt { throw .clockInDoubt(clockDoubt, now: now) }
    }
}

/// Records that the wall clock is in doubt: until it is trusted again no cycle closes and no day is
/// taken from it (R10).
package struct DoubtClock: Command {
    package var doubt: ClockDoubt

    /// The command for a doubt that the desk has detected.
    package init(_ doubt: ClockDoubt) { self.doubt = doubt }

    /// One `ClockDoubted`; nothing while the clock is in doubt already, as the first figures are
    /// kept.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        Decision(state.clockDoubt == nil ? [Event(ClockDoubted(doubt: doubt))] : [])
    }
}

/// Ends the doubt about the wall clock: from then on cycles close by it again (R10).
package struct TrustClock: Command {
    /// Why the clock can be trusted.
    package enum Ground: String, Sendable, Codable, CaseIterable {
        /// An operator confirmed the time.
        case confirmed
        /// The clock was set back to a trusted time.
        case setBack = "set-back"
        /// The time would be trusted now: the host's clock has been synchronised since, or the
        /// configuration allows a greater gap.
        case believed
    }

    /// The reason for which it can be trusted.
    package var ground: Ground

    /// For one ground.
    package init(_ ground: Ground) { self.ground = ground }

    /// One `ClockTrusted`. While the clock is trusted an operator's confirmation is refused, and
    /// the desk's own grounds cause no event.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        guard state.clockDoubt != nil else {
            if ground == .confirmed { throw .clockNotInDoubt(now: context.now) }
            return Decision([])
        }
        return Decision((), ClockTrusted(ground: ground))
    }
}

/// The wall clock was found too far ahead to let hours expire by it (R10).
package struct ClockDoubted: DeskEvent {
    package static let type = "clock.doubted"
    /// Why it is doubted.
    var cause: ClockDoubt.Cause
    /// The last trusted time.
    var since: Instant
    /// The time that the clock showed.
    var jumpedTo: Instant

    init(doubt: ClockDoubt) {
        cause = doubt.cause
        since = doubt.since
        jumpedTo = doubt.jumpedTo
    }

    private var doubt: ClockDoubt {
        ClockDoubt(cause: cause, since: since, jumpedTo: jumpedTo)
    }

    /// Sets the doubt.
    package func apply(to state: inout State, _ stamp: Stamp) { state.clockDoubt = doubt }

    /// `the clock is in doubt: from … to …, 365 days ahead`.
    package var summary: String {
        "the clock is in doubt: from \(since) to \(jumpedTo), \(doubt.days) days ahead"
    }
}

/// The wall clock is trusted again.
package struct ClockTrusted: DeskEvent {
    package static let type = "clock.trusted"
    package static let hasConsequences = true
    var ground: TrustClock.Ground

    /// Ends the doubt.
    package func apply(to state: inout State, _ stamp: Stamp) { state.clockDoubt = nil }

    /// `the clock is trusted again: an operator confirmed it`.
    package var summary: String {
        let why =
            switch ground {
            case .confirmed: "an operator confirmed it"
            case .setBack: "it was set back"
            case .believed: "it is synchronised, or the configuration allows for more"
            }
        return "the clock is trusted again: \(why)"
    }
}
