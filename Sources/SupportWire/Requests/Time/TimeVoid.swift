package import SupportModel

/// Takes a booking back.
package struct TimeVoid: Request {
    package static let method = "time.void"
    package static let access = Access.write
    /// The number of the entry to take back; refused when its cycle has closed or it is voided.
    package var entry: Identifier<TimeEntry>
    /// Why, one line of at most 256 bytes, kept with the entry.
    package var reason: String
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(entry: Identifier<TimeEntry>, reason: String, dryRun: Bool? = nil) {
        self.entry = entry
        self.reason = reason
        self.dryRun = dryRun
    }

    /// The entry and the account afterwards.
    package struct Reply: Codable, Hashable, Sendable {
        /// The voided entry, which no longer draws anything.
        package var entry: EntryView
        /// True when nothing was changed.
        package var dryRun: Bool
        /// Afterwards; missing on demand.
        package var balance: BalanceView?

        package init(entry: EntryView, dryRun: Bool, balance: BalanceView? = nil) {
            self.entry = entry
            self.dryRun = dryRun
            self.balance = balance
        }
    }
}
