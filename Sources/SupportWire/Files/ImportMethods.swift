package import SupportModel

extension ImportTickets: Request {
    package static let method = Method<Imported<Ticket>>.write(
        "ticket.import", for: .manage, carries: .file)
}

extension ImportTime: Request {
    package static let method = Method<Reply>.write(
        "time.import", for: .bookForOthers, carries: .file)

    package typealias Reply = Joined<Imported<TimeEntry>, ImportedAccounts>
}

/// What came of the rows of a file.
package struct Imported<Subject>: View {
    /// What was added, or would be, in the order of the rows.
    package var added: [Identifier<Subject>]
    /// What was there already, as the same key had made it, in the order of the rows.
    package var unchanged: [Identifier<Subject>]
    /// True when nothing was changed.
    package var dryRun: Bool

    package init(
        added: [Identifier<Subject>], unchanged: [Identifier<Subject>], dryRun: Bool
    ) {
        (self.added, self.unchanged, self.dryRun) = (added, unchanged, dryRun)
    }
}

/// The accounts after an import of time.
package struct ImportedAccounts: View {
    /// Of every contract that hours were booked on, by number.
    package var balances: [BalanceView]
    /// What that does to other work and to open statements, by contract; missing for nothing.
    package var changes: [AccountReply<AffectedContract>]?
    /// What clients' statements for work on demand come to; missing for none.
    package var onDemand: [OnDemandDueView]?

    /// The accounts, and what the import does to each; no change at all is left out.
    package init(
        balances: [BalanceView], changes: [AccountReply<AffectedContract>],
        onDemand: [OnDemandDueView]
    ) {
        self.balances = balances
        self.changes = changes.isEmpty ? nil : changes
        self.onDemand = onDemand.isEmpty ? nil : onDemand
    }
}
