/// A client's support package: its terms, its term and the account of its hours.
package struct Contract: Hashable, Sendable, Codable {
    /// What people and scripts call it: `contract 3`.
    package var number: Identifier<Contract>
    /// The client.
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
    /// What holds for the open cycle: as signed, changed or renewed.
    package var terms: ContractTerms
    /// What takes over with a later cycle, soonest first; nil for nothing.
    package var planned: [PlannedTerms]?
    /// What happens at the end of the term; nil means `manual`.
    package var renewal: RenewalPolicy?
    /// The months of the term that runs, where the contract was renewed; nil: `months`.
    package var termMonths: Int?
    /// When it was to rest, as ordered, oldest first; only the last may be without an end, and none
    /// begins after a termination's last day. `rests` says what of it holds.
    var suspensions: [Suspension]?
    /// Its agreed end before the term is over.
    package var termination: Termination?
    /// Pairs of cycles whose hours form one pool (R11), in order.
    package var groups: [HourGroup]?
    /// What dissolved groups let weeks draw, for the work that was booked before; nil for nothing.
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

/// Terms that take over with a later cycle: a downgrade, or a renewed term.
package struct PlannedTerms: Hashable, Sendable, Codable {
    /// The index of the first cycle that they hold for.
    package var cycle: Int
    /// What then holds.
    package var terms: ContractTerms
}

/// An exception that an account manager agreed to: who, and why (R7).
package struct Agreement: Hashable, Sendable, Codable {
    /// The account manager who agreed.
    package var by: Name<Staff>
    /// Why, in one line, shown wherever the exception shows.
    package var reason: String

    package init(by: Name<Staff>, reason: String) {
        self.by = by
        self.reason = reason
    }
}

/// The term of a contract in months (R5).
enum Term {
    /// Refuses a number of months that is no term.
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

/// What a contract says of hours beyond its package (R8).
package enum ExtraPolicy: String, Sendable, Codable, CaseIterable {
    /// They are billed separately, without asking.
    case allow
    /// A time entry must say that it means them.
    case ask
    /// There are none.
    case refuse
}

/// What Level 1 work does when the week has no room left (R9).
package enum EmergencyBeyondLimit: String, Sendable, Codable, CaseIterable {
    /// It passes the limit and still draws from the package: the agency's own terms.
    case package
    /// What passes the limit is extra hours, without asking.
    case extra
    /// It is refused like any other work.
    case refuse
}

/// What happens to a contract at the end of its term (R5).
package enum RenewalPolicy: String, Sendable, Codable, CaseIterable {
    /// It ends, unless somebody renews it.
    case manual
    /// The desk renews it for as many months again, on the catalogue's terms of that moment.
    case auto
}
