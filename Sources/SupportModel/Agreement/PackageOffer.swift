/// A package as the catalogue offers it today (R1). A contract keeps the terms it was signed with.
package struct PackageOffer: Hashable, Sendable, Codable {
    /// What a caller names it by: `starter`.
    package var name: Name<PackageOffer>
    /// What people read: `Starter`.
    package var title: String
    /// Hours a month; nil where they are agreed per contract (Flexible).
    package var hours: Int?
    /// What a month costs before any discount.
    package var monthlyFee: Money
    /// What an hour beyond the package costs (R8).
    package var extraRate: Money
    /// The most of the package's hours that one week may draw, in percent, 1 to 100 (R9: 50).
    package var weeklySharePercent: Int
    /// The services that draw from the package; work in another one is extra hours (R2).
    package var services: [Name<Service>]
    /// How the time of its entries is rounded; nil where every minute counts as it is.
    package var rounding: Rounding?
    /// Its own response targets, at most one a level; where a level has none here, the catalogue's
    /// holds.
    package var targets: [ResponseTarget]

    package init(
        name: Name<PackageOffer>, title: String, hours: Int?, monthlyFee: Money, extraRate: Money,
        weeklySharePercent: Int, services: [Name<Service>], rounding: Rounding? = nil,
        targets: [ResponseTarget] = []
    ) {
        self.name = name
        self.title = title
        self.hours = hours
        self.monthlyFee = monthlyFee
        self.extraRate = extraRate
        self.weeklySharePercent = weeklySharePercent
        self.services = services
        self.rounding = rounding
        self.targets = targets
    }
}
