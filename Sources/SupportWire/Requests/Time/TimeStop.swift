package import SupportModel

/// Stops the caller's timer and books what it measured, an entry for each local day.
package struct TimeStop: Request {
    package static let method = "time.stop"
    package static let access = Access.write
    /// 1 MiB, as for the other methods that carry a person's own text.
    package static let lineBytesMax = WireLimits.longLineBytesMax
    /// What was done, for the statement; what was said at the start unless given.
    package var note: String?
    /// Whether what does not fit may be extra hours.
    package var extra: Bool?
    /// The manager who lifts the weekly limit; goes with a reason.
    package var agreedBy: Name<Staff>?
    /// Whether a part is known to lie in a closed cycle (R10); goes with a reason, and without it the
    /// reason is that the timer ran over the end of that cycle.
    package var late: Bool?
    /// Why the manager lifts the weekly limit, and why a part comes late; serves both.
    package var reason: String?
    /// Whether to forget the timer and book nothing.
    package var discard: Bool?
    /// Whether only to say what would come of it; the timer runs on.
    package var dryRun: Bool?

    package init(
        note: String? = nil, extra: Bool? = nil, agreedBy: Name<Staff>? = nil,
        late: Bool? = nil, reason: String? = nil, discard: Bool? = nil, dryRun: Bool? = nil
    ) {
        self.note = note
        self.extra = extra
        self.agreedBy = agreedBy
        self.late = late
        self.reason = reason
        self.discard = discard
        self.dryRun = dryRun
    }

    /// What was booked, and the account afterwards.
    package struct Reply: AccountReply, Codable, Hashable, Sendable {
        /// The ticket that was worked on.
        package var ticket: Identifier<Ticket>
        /// When the timer had been started.
        package var startedAt: Instant
        /// What it measured, the sum of its entries' worked minutes; 0 when it was discarded.
        package var minutes: Minutes
        /// True when nothing was booked, as was asked.
        package var discarded: Bool
        /// True when nothing was changed.
        package var dryRun: Bool
        /// One for each local day, in order.
        package var entries: [EntryView]
        /// What the late ones change for closed cycles, in order; missing where none is late (R10).
        package var settlements: [SettlementView]?
        /// Afterwards; missing on demand, when discarded, and while the contract rests between two
        /// cycles.
        package var balance: BalanceView?
        /// What became due to be told by it; missing for nothing.
        package var notices: [NoticeView]?
        /// By how much the extra hours of other entries change, less than 0 where they are covered
        /// now; missing where nothing does (R8).
        package var others: Minutes?
        /// What that costs, or gives back; missing where nothing does.
        package var othersAmount: Money?
        /// What the open cycle's statement comes to; missing where it stays as it was.
        package var statement: DueView?

        package init(
            ticket: Identifier<Ticket>, startedAt: Instant, minutes: Minutes, discarded: Bool,
            dryRun: Bool, entries: [EntryView], settlements: [SettlementView]? = nil,
            balance: BalanceView? = nil
        ) {
            self.ticket = ticket
            self.startedAt = startedAt
            self.minutes = minutes
            self.discarded = discarded
            self.dryRun = dryRun
            self.entries = entries
            self.settlements = settlements
            self.balance = balance
        }
    }
}
