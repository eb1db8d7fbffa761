package import SupportModel

/// One `[[package]]`: a support package that the agency sells (R1).
package struct PackageTable: Hashable, Sendable {
    /// What a caller names it by: `starter`.
    package var name: Name<PackageOffer>
    /// What people read: `Starter`.
    package var title: String
    /// Hours a month, 1 to 74 400; nil where they are agreed per contract.
    package var hours: Int?
    /// What a month costs before any discount, in minor units.
    package var monthlyFeeMinorUnits: Int
    /// What an hour beyond the package costs (R8), in minor units.
    package var extraRateMinorUnits: Int
    /// The most of the package's hours that one week may draw (R9), in percent: 1 to 100.
    package var weeklySharePercent = 50
    /// The services that draw from the package; nil means all, and stands in no loaded value.
    package var services: [Name<Service>]?
    /// How the time of entries is rounded; nil where every minute counts as it is.
    package var rounding: Rounding?
    /// Its own response targets, at most one a level.
    package var targets: [ResponseTarget] = []

    /// The offer, its prices in the agreement's currency.
    func offer(in currency: String) -> PackageOffer {
        PackageOffer(
            name: name, title: title, hours: hours,
            monthlyFee: Money(minorUnits: monthlyFeeMinorUnits, currency: currency),
            extraRate: Money(minorUnits: extraRateMinorUnits, currency: currency),
            weeklySharePercent: weeklySharePercent, services: services ?? [],
            rounding: rounding, targets: targets)
    }
}
