package import SupportModel

/// Terms that take over with a later cycle of a contract: another package, or a renewed term.
package struct PlannedView: Codable, Hashable, Sendable {
    /// The first cycle that they hold for, 1 for the contract's first.
    package var cycle: Int
    /// The day on which it begins; missing while the contract rests and nobody can tell.
    package var from: CivilDate?
    /// True where they begin a renewed term (R5).
    package var renewal: Bool
    /// The package, as the catalogue called it when it was planned.
    package var package: Name<PackageOffer>
    /// The package's title then.
    package var title: String
    /// What each cycle then grants, in minutes.
    package var included: Minutes
    /// What one ISO week may then draw, in minutes (R9).
    package var weeklyLimit: Minutes
    /// What a month then costs before the discount.
    package var monthlyFee: Money
    /// Off the monthly fee and nothing else, 0 to 100 (R5).
    package var discountPercent: Int
    /// What an hour beyond the package then costs (R8).
    package var extraRate: Money

    /// What callers see of what is planned.
    package init(_ planned: PlannedTerms, of contract: Contract) {
        self.init(planned.terms, fromCycle: planned.cycle, of: contract)
    }

    /// The same for terms that hold from a cycle on, by its index.
    package init(_ terms: ContractTerms, fromCycle index: Int, of contract: Contract) {
        cycle = index + 1
        from = contract.openSuspension == nil ? contract.boundary(ofCycle: index) : nil
        renewal = contract.termMonths.map { contract.months - $0 } == index
        package = terms.package
        title = terms.title
        included = terms.included
        weeklyLimit = terms.weeklyLimit
        monthlyFee = terms.monthlyFee
        discountPercent = terms.discountPercent
        extraRate = terms.extraRate
    }
}
