package import SupportModel

/// What a late entry, or a late void, changes for a cycle that has closed (R10). Amounts of work are
/// minutes; those of a void are negative.
///
/// The closed cycle's own statement stays as it is: this is an adjustment on another one.
package struct SettlementView: Codable, Hashable, Sendable {
    /// The entry that came late or was voided late.
    package var entry: Identifier<TimeEntry>
    /// The closed cycle, 1 for the contract's first.
    package var cycle: Int
    /// What had expired when it closed.
    package var expired: Minutes
    /// What is drawn from those hours, or given back to them.
    package var settled: Minutes
    /// True where they are back in the pool that the cycle shares with the open one, instead of
    /// among those that expired; missing otherwise (R11).
    package var pooled: Bool?
    /// What is left of them afterwards, all late entries and voids counted.
    package var expiredLeft: Minutes
    /// What is billed beyond them (R8).
    package var extra: Minutes
    /// What an extra hour cost in that cycle.
    package var rate: Money
    /// What the extra minutes cost.
    package var amount: Money
    /// The open cycle whose statement carries it; missing while the contract rests between two
    /// cycles: it is on the next one's.
    package var statementCycle: Int?

    /// - Parameters:
    ///   - closed: the cycle that it is settled against.
    ///   - left: what is left of its expired hours afterwards.
    ///   - open: the index of the cycle whose statement carries it.
    ///   - pooled: whether they are the pool's of the open cycle.
    package init(
        _ adjustment: Adjustment, closed: ClosedCycle, left: Minutes, open: Int?,
        pooled: Bool = false
    ) {
        self.pooled = pooled ? true : nil
        entry = adjustment.entry
        cycle = (adjustment.settledIn ?? adjustment.cycle) + 1
        expired = closed.expired
        settled = adjustment.settled
        expiredLeft = left
        extra = adjustment.extra
        rate = adjustment.rate
        amount = adjustment.amount
        statementCycle = open.map { $0 + 1 }
    }
}
