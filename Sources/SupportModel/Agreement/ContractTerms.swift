/// What was agreed when a contract was signed. A later change of the catalogue touches none of it.
package struct ContractTerms: Hashable, Sendable, Codable {
    /// The offer that was signed, by its name in the catalogue of that day.
    package var package: Name<PackageOffer>
    /// The package's title on the day of signing.
    package var title: String
    /// What each cycle grants (R1).
    package var included: Minutes
    /// The most that one ISO week may draw from the package (R9).
    package var weeklyLimit: Minutes
    /// What a month costs before the discount.
    package var monthlyFee: Money
    /// Off the fee and nothing else, in percent (R5).
    package var discountPercent: Int
    /// What an extra hour costs (R8).
    package var extraRate: Money
    /// What happens to work that passes the package's hours (R8).
    package var extraPolicy: ExtraPolicy
    /// What Level 1 work does when its week has no room left (R9).
    package var emergencyBeyondLimit: EmergencyBeyondLimit
    /// The services that draw from the package (R2).
    package var services: [Name<Service>]
    /// How the time of each entry is rounded; nil where every minute counts as it is.
    package var rounding: Rounding?
    /// How soon tickets are to be answered and solved, Level 1 first; nil where nothing was said,
    /// as in contracts of releases that knew no targets.
    package var targets: [ResponseTarget]?

    /// The terms of an offer, for hours a month, a term in months and a policy.
    ///
    /// R9: the weekly limit is the package's share, rounded down to the minute. R5: the discount is
    /// for terms of 12 months and more.
    package init(
        offer: PackageOffer, included: Minutes, months: Int, extraPolicy: ExtraPolicy,
        catalogue: Catalogue
    ) {
        package = offer.name
        title = offer.title
        self.included = included
        weeklyLimit = offer.weeklyLimit(of: included)
        monthlyFee = offer.monthlyFee
        discountPercent = months >= catalogue.discountMonthsMin ? catalogue.discountPercent : 0
        extraRate = offer.extraRate
        self.extraPolicy = extraPolicy
        emergencyBeyondLimit = catalogue.emergencyBeyondLimit
        services = offer.services
        rounding = offer.rounding
        let targets = catalogue.targets(of: offer)
        self.targets = targets.isEmpty ? nil : targets
    }
}
