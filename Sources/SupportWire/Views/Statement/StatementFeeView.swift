package import SupportModel

/// What a cycle costs before extra hours, as the protocol shows it.
package struct StatementFeeView: Codable, Hashable, Sendable {
    /// The package's monthly fee at the beginning of the cycle.
    package var monthly: Money
    /// The prorated differences of upgrades, in order.
    package var upgrades: [UpgradeView]
    /// Off the fee and nothing else, in percent (R5).
    package var discountPercent: Int
    /// What that takes off the sum of the above, rounded half up once.
    package var discount: Money
    /// What is left to pay.
    package var total: Money

    /// What callers see of a fee.
    package init(_ fee: StatementFee) {
        monthly = fee.monthly
        upgrades = fee.upgrades.map(UpgradeView.init)
        discountPercent = fee.discountPercent
        discount = fee.discount
        total = fee.total
    }
}
