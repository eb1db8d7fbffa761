package import SupportModel

/// The extra hours of a cycle and what they cost, as a statement shows them (R8).
package struct StatementExtraView: Codable, Hashable, Sendable {
    /// How much.
    package var minutes: Minutes
    /// What an hour costs.
    package var rate: Money
    /// `minutes` at `rate`, rounded half up once, on the whole.
    package var amount: Money

    /// What callers see of extra hours.
    package init(_ extra: StatementExtra) {
        minutes = extra.minutes
        rate = extra.rate
        amount = extra.amount
    }
}
