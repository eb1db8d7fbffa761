package import SupportModel

/// Says what time it is at the desk.
package struct ClockShow: Request {
    package static let method = Method<Reply>.read("clock.show", .quick)

    /// The request, which has no parameters.
    package init() {}

    /// The desk's clock.
    package struct Reply: View {
        /// What the desk's clock shows.
        package var now: Instant
        /// True when the clock only moves by `clock.advance`.
        package var test: Bool
        /// When the next cycle, or month of work on demand, ends.
        package var nextBoundary: Instant?
        /// Why the clock is not trusted; missing while it is.
        package var doubt: ClockDoubtView?

        package init(
            now: Instant, test: Bool, nextBoundary: Instant? = nil, doubt: ClockDoubtView? = nil
        ) {
            (self.now, self.test, self.nextBoundary, self.doubt) = (now, test, nextBoundary, doubt)
        }
    }
}

/// Says that the clock is right although the desk doubts it: cycles close by it again (R10).
package struct ClockConfirm: Request {
    package static let method = Method<Reply>.operate("clock.confirm", .quick, isMutation: true)

    package init() {
    }

    /// What closed because of it, or would.
    package struct Reply: View {
        /// What the desk's clock shows.
        package var now: Instant
        /// How many cycles closed.
        package var closed: Int
        /// How many months of work on demand closed; missing for none.
        package var months: Int?
        /// What expired with them, in minutes.
        package var expired: Minutes
        /// The same by contract, lowest number first, at most `WireLimits.listCountMax`.
        package var contracts: [DueCycles.Share]
        /// True when there are more contracts than these.
        package var more: Bool
        /// True when nothing was changed.
        package var dryRun: Bool

        /// What closes by a confirmation at this time.
        package init(now: Instant, due: DueCycles, dryRun: Bool) {
            self.now = now
            closed = due.cycles
            months = due.months > 0 ? due.months : nil
            expired = due.expired
            contracts = Array(due.shares.prefix(WireLimits.listCountMax))
            more = due.shares.count > WireLimits.listCountMax
            self.dryRun = dryRun
        }
    }
}

/// Moves the test clock forward and does what became due.
package struct ClockAdvance: Request {
    package static let method = Method<Reply>.operate("clock.advance", .quick)

    /// 1 or more; with `jump` any number but 0, negative to go back.
    package var milliseconds: Int64
    /// True: set the clock as an operator would, instead of letting time pass. The desk then doubts
    /// a time that is far ahead.
    package var jump: Bool?

    package init(milliseconds: Int64, jump: Bool? = nil) {
        (self.milliseconds, self.jump) = (milliseconds, jump)
    }

    /// What came of it.
    package struct Reply: View {
        /// What the test clock shows afterwards.
        package var now: Instant
        /// How many cycles were closed.
        package var closed: Int
        /// How many months of work on demand were closed; missing for none.
        package var months: Int?
        /// Why the clock is not trusted; missing while it is.
        package var doubt: ClockDoubtView?

        package init(
            now: Instant, closed: Int, months: Int? = nil, doubt: ClockDoubtView? = nil
        ) {
            (self.now, self.closed, self.months, self.doubt) = (now, closed, months, doubt)
        }
    }
}

/// The doubt about the desk's clock as the protocol shows it.
package struct ClockDoubtView: View {
    /// `set-forward` while the desk was running, or `long-gap`: much time seems to have passed while
    /// it was off.
    package var cause: ClockDoubt.Cause
    /// The last time that was believed.
    package var since: Instant
    /// What the clock showed instead when the doubt arose.
    package var jumpedTo: Instant
    /// How far that was ahead, in whole days.
    package var days: Int
    /// How many cycles a confirmation would close.
    package var cycles: Int
    /// How many months of work on demand it would close; missing for none.
    package var months: Int?
    /// What would expire with them, in minutes.
    package var expiring: Minutes

    /// A doubt, with what would come of a confirmation.
    package init(_ doubt: ClockDoubt, due: DueCycles) {
        cause = doubt.cause
        since = doubt.since
        jumpedTo = doubt.jumpedTo
        days = doubt.days
        cycles = due.cycles
        months = due.months > 0 ? due.months : nil
        expiring = due.expired
    }
}
