package import SupportModel

extension ImportTickets: Request {
    package static let method = Method<Reply>.write("ticket.import", carries: .file)

    /// What came of the rows.
    package struct Reply: View {
        /// The tickets that were opened, or would be, in the order of their rows.
        package var added: [Identifier<Ticket>]
        /// Those that were there already, as the same key had made them, in the order of their rows.
        package var unchanged: [Identifier<Ticket>]
        /// True when nothing was changed.
        package var dryRun: Bool

        package init(added: [Identifier<Ticket>], unchanged: [Identifier<Ticket>], dryRun: Bool) {
            self.added = added
            self.unchanged = unchanged
            self.dryRun = dryRun
        }
    }
}

extension ImportTime: Request {
    package static let method = Method<Reply>.write("time.import", carries: .file)

    /// What came of the rows, and the accounts afterwards.
    package struct Reply: View {
        /// The entries that were booked, or would be, in the order of their rows.
        package var added: [Identifier<TimeEntry>]
        /// Those that were there already, as the same key had made them, in the order of their rows.
        package var unchanged: [Identifier<TimeEntry>]
        /// True when nothing was changed.
        package var dryRun: Bool
        /// Of every contract that hours were booked on, by number; afterwards.
        package var balances: [BalanceView]
        /// What that does to other work and to open statements, by contract; missing for nothing.
        package var changes: [AccountReply<AffectedContract>]?

        package init(
            added: [Identifier<TimeEntry>], unchanged: [Identifier<TimeEntry>], dryRun: Bool,
            balances: [BalanceView], changes: [AccountReply<AffectedContract>]? = nil
        ) {
            self.added = added
            self.unchanged = unchanged
            self.dryRun = dryRun
            self.balances = balances
            self.changes = changes
        }
    }
}
