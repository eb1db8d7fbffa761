/// The extra hours of a cycle and what they cost (R8).
package struct StatementExtra: Hashable, Sendable, Codable {
    /// How much.
    package var minutes: Minutes
    /// What an hour costs.
    package var rate: Money
    /// `minutes` at `rate`, rounded half up once, on the whole.
    package var amount: Money
}
