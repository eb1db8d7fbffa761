package import SupportModel

/// An upgrade in the course of a cycle, as the protocol shows it.
package struct UpgradeView: Codable, Hashable, Sendable {
    /// The first day that it was paid for.
    package var on: CivilDate
    /// The title of the package that was taken.
    package var title: String
    /// The monthly fee before.
    package var feeBefore: Money
    /// Days that were left of the cycle, that day included.
    package var days: Int
    /// Days that the cycle has.
    package var daysOfCycle: Int
    /// The hours that it granted: the difference, prorated, rounded half up to the minute.
    package var minutes: Minutes
    /// What it costs: the difference, prorated, rounded to the minor unit and at a half away
    /// from zero; negative where the package with more hours costs less.
    package var fee: Money

    /// What callers see of an upgrade.
    package init(_ grant: UpgradeGrant) {
        on = grant.on
        title = grant.title
        feeBefore = grant.feeBefore
        days = grant.days
        daysOfCycle = grant.daysOfCycle
        minutes = grant.minutes
        fee = grant.fee
    }
}
