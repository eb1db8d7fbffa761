package import SupportModel

/// What the statement of the open cycle comes to before and after a change.
package struct DueView: Codable, Hashable, Sendable {
    /// The cycle, 1 for the contract's first.
    package var cycle: Int
    /// Fee, extra hours and adjustments as they were.
    package var before: Money
    /// The same as they are now, or would be.
    package var after: Money
}
