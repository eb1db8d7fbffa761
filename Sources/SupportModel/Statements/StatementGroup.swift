/// The grouping that a cycle was part of, and the agreement behind it (R11).
package struct StatementGroup: Hashable, Sendable, Codable {
    /// The index of the first cycle of the two.
    package var first: Int
    /// Who agreed, and why.
    package var agreement: Agreement
    /// When.
    package var at: Instant
    /// What one week may draw, where the agreement says otherwise than R9.
    package var weeklyLimit: Minutes?

    init(_ group: HourGroup) {
        first = group.first
        agreement = group.agreement
        at = group.at
        weeklyLimit = group.weeklyLimit
    }
}
