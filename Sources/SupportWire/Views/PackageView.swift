package import SupportModel

/// A package of the catalogue as the protocol shows it.
package struct PackageView: Codable, Hashable, Sendable {
    /// The name by which a contract asks for the package: `starter`.
    package var package: Name<PackageOffer>
    /// What people read: `Starter`.
    package var title: String
    /// Hours a month; missing where they are agreed per contract.
    package var hours: Int?
    /// What a month costs before any discount.
    package var monthlyFee: Money
    /// What an hour beyond the package costs (R8).
    package var extraRate: Money
    /// The most of its hours that one week may draw, in percent, 1 to 100 (R9).
    package var weeklySharePercent: Int
    /// The services that draw from its hours; work in another one is extra (R2).
    package var services: [Name<Service>]

    /// What callers see of a package as it is offered today.
    package init(_ offer: PackageOffer) {
        package = offer.name
        title = offer.title
        hours = offer.hours
        monthlyFee = offer.monthlyFee
        extraRate = offer.extraRate
        weeklySharePercent = offer.weeklySharePercent
        services = offer.services
    }
}
