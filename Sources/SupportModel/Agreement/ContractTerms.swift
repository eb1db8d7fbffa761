/// What was agreed when a contract was signed. A later change of the catalogue does not affect it.
package struct ContractTerms: Hashable, Sendable, Codable {
    /// The name of the signed offer in the catalogue of that day.
    package var package: Name<PackageOffer>
    /// The package's title on the day of signing.
    package var title: String
    /// The hours that each cycle grants (R1).
    package var included: Minutes
    /// The most that one ISO week may draw from the package (R9).
    package var weeklyLimit: Minutes
    /// The price of a month before the discount.
    package var monthlyFee: Money
    /// The discount on the fee only, in percent (R5).
    package var discountPercent: Int
    /// The price of an extra hour (R8).
    package var extraRate: Money
    /// What happens to work that exceeds the package's hours (R8).
    package var extraPolicy: ExtraPolicy
    /// What happens to Level 1 work when its week has no room left (R9).
    package var emergencyBeyondLimit: EmergencyBeyondLimit
    /// The services that draw from the package (R2).
    package var services: [Name<Service>]
    /// How the time of each entry is rounded; nil for no rounding.
    package var rounding: Rounding?
    /// The response targets, Level 1 first; nil where none were agreed, as in contracts of releases
    /// without targets.
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

/// Terms that take effect with a later cycle: a downgrade, or a renewed term.
package struct PlannedTerms: Hashable, Sendable, Codable {
    /// The index of the first cycle that they apply to.
    package var cycle: Int
    package var terms: ContractTerms
}

/// The contract's policy for hours beyond its package (R8).
package enum ExtraPolicy: String, Sendable, Codable, CaseIterable {
    /// They are billed separately without confirmation.
    case allow
    /// A time entry must request them explicitly.
    case ask
    /// They are refused.
    case refuse
}

/// What happens to Level 1 work when the week has no room left (R9).
package enum EmergencyBeyondLimit: String, Sendable, Codable, CaseIterable {
    /// It may exceed the limit and still draws from the package: the agency's own terms.
    case package
    /// What exceeds the limit becomes extra hours without confirmation.
    case extra
    /// It is refused like any other work.
    case refuse
}

/// What happens to a contract at the end of its term (R5).
package enum RenewalPolicy: String, Sendable, Codable, CaseIterable {
    /// It ends, unless somebody renews it.
    case manual
    /// The desk renews it for the same number of months, on the catalogue's terms at that time.
    case auto
}
