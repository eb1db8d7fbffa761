package import SupportModel

/// Takes a booking back.
package struct TimeVoid: Request {
    package static let method = "time.void"
    package static let access = Access.write
    /// The number of the entry to take back; refused when it is voided.
    package var entry: Identifier<TimeEntry>
    /// Why, one line of at most 256 bytes, kept with the entry.
    package var reason: String
    /// Whether the entry is known to lie in a closed cycle (R10).
    package var late: Bool?
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(
        entry: Identifier<TimeEntry>, reason: String, late: Bool? = nil, dryRun: Bool? = nil
    ) {
        self.entry = entry
        self.reason = reason
        self.late = late
        self.dryRun = dryRun
    }

    /// The entry and the account afterwards.
    package struct Reply: AccountReply, Codable, Hashable, Sendable {
        /// The voided entry, which no longer draws anything.
        package var entry: EntryView
        /// True when nothing was changed.
        package var dryRun: Bool
        /// What it changes for a closed cycle; missing unless it is late (R10).
        package var settlement: SettlementView?
        /// Afterwards; missing on demand, and while the contract rests between two cycles.
        package var balance: BalanceView?

        /// By how much the extra hours of other entries change, less than 0 where they are covered
        /// now; missing where nothing does (R8).
        package var others: Minutes?
        /// What that costs, or gives back; missing where nothing does.
        package var othersAmount: Money?
        /// What the open cycle's statement comes to; missing where it stays as it was.
        package var statement: DueView?
        /// What became due to be told by it; missing for nothing.
        package var notices: [NoticeView]?

        package init(
            entry: EntryView, dryRun: Bool, settlement: SettlementView? = nil,
            balance: BalanceView? = nil
        ) {
            self.entry = entry
            self.dryRun = dryRun
            self.settlement = settlement
            self.balance = balance
        }
    }
}
