package import SupportModel

/// What an upgrade granted to the running cycle at once, prorated by days (R1).
package struct UpgradeView: Codable, Hashable, Sendable {
    /// The first day that it was paid for, in the contract's zone.
    package var on: CivilDate
    /// The title of the package that was taken.
    package var title: String
    /// Days that were left of the cycle, that day included.
    package var days: Int
    /// Days that the cycle has.
    package var daysOfCycle: Int
    /// What it granted, in minutes.
    package var minutes: Minutes
    /// What it costs before the discount.
    package var fee: Money

    /// What callers see of an upgrade.
    package init(_ grant: UpgradeGrant) {
        on = grant.on
        title = grant.title
        days = grant.days
        daysOfCycle = grant.daysOfCycle
        minutes = grant.minutes
        fee = grant.fee
    }
}
