/// Hours that an upgrade granted at once to the running cycle, prorated by days.
package struct UpgradeGrant: Hashable, Sendable, Codable {
    /// The first day that the upgrade was paid for, in the contract's zone.
    package var on: CivilDate
    /// The monthly fee before.
    package var feeBefore: Money
    /// The title of the package that was taken.
    package var title: String
    /// Days that were left of the cycle, that day included.
    package var days: Int
    /// Days that the cycle has.
    package var daysOfCycle: Int
    /// What it granted: the difference of the packages, prorated, rounded half up to the minute.
    package var minutes: Minutes
    /// What it costs: the difference of the fees, prorated, rounded to the minor unit and at a half
    /// away from zero; negative where the package with more hours costs less.
    package var fee: Money
}
