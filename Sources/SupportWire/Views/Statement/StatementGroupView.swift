package import SupportModel

/// The grouping that a statement's cycle was part of, as the protocol shows it (R11).
package struct StatementGroupView: Codable, Hashable, Sendable {
    /// The numbers of the two cycles, in order.
    package var cycles: [Int]
    /// The account manager who agreed.
    package var agreedBy: Name<Staff>
    /// Why.
    package var reason: String
    /// When.
    package var at: Instant
    /// What one week may draw, where the agreement says otherwise than R9; else missing.
    package var weeklyLimit: Minutes?

    /// What callers see of a grouping.
    package init(_ group: StatementGroup) {
        cycles = [group.first + 1, group.first + 2]
        agreedBy = group.agreement.by
        reason = group.agreement.reason
        at = group.at
        weeklyLimit = group.weeklyLimit
    }
}
