/// A client's support package: its terms, its term and the account of its hours.
package struct Contract: Hashable, Sendable, Codable {
    /// The number that people and scripts use: `contract 3`.
    package var number: Identifier<Contract>
    package var client: Name<Client>
    /// The project that the package covers, where a client has several; nil for everything.
    package var project: String?
    /// The account manager (R7).
    package var manager: Name<Staff>
    /// The zone that cycles, weeks and work dates are counted in.
    package var zone: ZoneName
    /// The day of the first cycle, from which all cycles are computed (R10).
    package var start: CivilDate
    /// How many cycles there are, those of renewed terms included (R5).
    package var months: Int
    /// The terms of the open cycle: as signed, changed or renewed.
    package var terms: ContractTerms
    /// Terms that take effect with a later cycle, soonest first; nil for none.
    package var planned: [PlannedTerms]?
    /// What happens at the end of the term; nil means `manual`.
    package var renewal: RenewalPolicy?
    /// The months of the current term, where the contract was renewed; nil: `months`.
    package var termMonths: Int?
    /// The suspensions as ordered, oldest first; only the last may be without an end, and none
    /// begins after a termination's last day. `rests` gives the effective ones.
    var suspensions: [Suspension]?
    /// The agreed end before the term is over.
    package var termination: Termination?
    /// Pairs of cycles whose hours form one pool (R11), in order of cycles.
    package var groups: [HourGroup]?
    /// The weekly limits of dissolved groups, which still apply to work that was booked before; nil
    /// for none.
    package var lapsedLimits: [LapsedLimit]?
    /// When it was signed, which may be long before or after it starts.
    package var signedAt: Instant
    /// Who entered the signature.
    package var signedBy: Principal
    /// Its cycles and the entries of the open one.
    package var account: HourAccount
    /// The sequence number of the record that last changed the contract.
    package var version: UInt64
}

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

/// An exception that an account manager agreed to, with the reason (R7).
package struct Agreement: Hashable, Sendable, Codable {
    /// The account manager who agreed.
    package var by: Name<Staff>
    /// The reason in one line, shown wherever the exception is shown.
    package var reason: String

    package init(by: Name<Staff>, reason: String) {
        self.by = by
        self.reason = reason
    }
}

/// The term of a contract in months (R5).
enum Term {
    /// Refuses a number of months outside the range of a term.
    static func check(_ months: Int) throws(Refusal) {
        guard (1...Limits.termMonthsMax).contains(months) else {
            throw .invalid(.months, .agreement(.months(months)))
        }
    }
}

/// Hours that an upgrade granted at once to the running cycle, prorated by days.
package struct UpgradeGrant: Hashable, Sendable, Codable {
    /// The first day that the upgrade was paid for, in the contract's zone.
    package var on: CivilDate
    /// The monthly fee before.
    package var feeBefore: Money
    package var title: String
    /// The days left of the cycle, that day included.
    package var days: Int
    /// The days of the whole cycle.
    package var daysOfCycle: Int
    /// The hours granted: the difference of the packages, prorated, rounded half up to the minute.
    package var minutes: Minutes
    /// The charge: the difference of the fees, prorated, rounded to the minor unit and at a half
    /// away from zero; negative where the package with more hours costs less.
    package var fee: Money
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
