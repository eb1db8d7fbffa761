package import SupportModel

/// What is owed for a contract's open cycle as its statement stands.
package struct OwedView: Codable, Hashable, Sendable {
    /// The cycle, 1 for the contract's first.
    package var cycle: Int
    /// Its first day.
    package var from: CivilDate
    /// The day after its last one.
    package var to: CivilDate
    /// The monthly fee at the beginning of the cycle.
    package var monthlyFee: Money
    /// What upgrades added to it; missing for none.
    package var upgrades: [UpgradeView]?
    /// Off the fee and nothing else, 0 to 100 (R5).
    package var discountPercent: Int
    /// What that takes off the fee and what upgrades added.
    package var discount: Money
    /// The fee that is left.
    package var fee: Money
    /// Extra hours, in minutes (R8).
    package var extra: Minutes
    /// What an extra hour costs.
    package var extraRate: Money
    /// What they cost together.
    package var extraAmount: Money
    /// How many late entries and late voids of earlier cycles it carries (R10).
    package var adjustments: Int
    /// What those cost together; negative for a credit.
    package var adjusted: Money
    /// Fee, extra hours and adjustments.
    package var total: Money
    /// What is left of the granted hours and expires with the cycle unless it is used, in minutes.
    package var expiring: Minutes

    /// What callers see of a statement that is not closed.
    package init(_ statement: Statement) {
        cycle = statement.cycle.index + 1
        from = statement.cycle.from
        to = statement.cycle.to
        monthlyFee = statement.fee.monthly
        upgrades =
            statement.fee.upgrades.isEmpty ? nil : statement.fee.upgrades.map(UpgradeView.init)
        discountPercent = statement.fee.discountPercent
        discount = statement.fee.discount
        fee = statement.fee.total
        extra = statement.extra.minutes
        extraRate = statement.extra.rate
        extraAmount = statement.extra.amount
        adjustments = statement.adjustments.count
        adjusted = statement.adjusted
        total = statement.total
        expiring = max(.zero, statement.left)
    }
}
