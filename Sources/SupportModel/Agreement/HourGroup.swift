/// Two adjacent cycles whose hours form one pool, from the start of the first to the end of the
/// second (R11).
package struct HourGroup: Hashable, Sendable, Codable {
    /// The index of the first of the two cycles.
    package var first: Int
    /// The account manager who agreed, and why.
    package var agreement: Agreement
    /// When it was agreed.
    package var at: Instant
    /// What one week of the two cycles may draw, where the agreement says otherwise than R9.
    package var weeklyLimit: Minutes?

    /// The index of the second of the two cycles.
    package var second: Int { first + 1 }

    /// Whether a cycle is one of the two.
    package func contains(_ index: Int) -> Bool { index == first || index == second }
}
