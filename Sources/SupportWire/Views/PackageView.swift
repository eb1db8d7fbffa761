package import SupportModel

/// A package of the catalogue as the protocol shows it.
package struct PackageView: Codable, Hashable, Sendable {
    package var package: Name<PackageOffer>
    package var title: String
    /// Hours a month; missing where they are agreed per contract.
    package var hours: Int?
    package var monthlyFee: Money
    package var extraRate: Money
    package var weeklySharePercent: Int
    package var services: [Name<Service>]

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
