package import SupportModel

/// Two adjacent cycles whose hours form one pool, by an account manager's agreement (R11).
package struct GroupView: Codable, Hashable, Sendable {
    /// The two cycles, 1 for the contract's first.
    package var cycles: [Int]
    /// The account manager who agreed.
    package var agreedBy: Name<Staff>
    /// Why.
    package var reason: String
    /// When.
    package var at: Instant
    /// What one week may draw, in minutes, where the agreement says otherwise than R9.
    package var weeklyLimit: Minutes?

    /// What callers see of a group.
    package init(_ group: HourGroup) {
        cycles = [group.first + 1, group.second + 1]
        agreedBy = group.agreement.by
        reason = group.agreement.reason
        at = group.at
        weeklyLimit = group.weeklyLimit
    }
}
