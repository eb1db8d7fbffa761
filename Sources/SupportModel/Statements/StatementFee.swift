/// What a cycle costs before extra hours.
package struct StatementFee: Hashable, Sendable, Codable {
    /// The package's monthly fee at the beginning of the cycle.
    package var monthly: Money
    /// The prorated differences of upgrades.
    package var upgrades: [UpgradeGrant]
    /// Off the fee and nothing else, in percent (R5).
    package var discountPercent: Int
    /// What the discount takes off the sum of the above, rounded half up once.
    package var discount: Money
    /// What is left to pay.
    package var total: Money

    /// The fee of a cycle under its terms.
    init(_ terms: ContractTerms, _ cycle: Cycle) {
        let upgrades = cycle.upgrades ?? []
        let added = upgrades.reduce(Money(minorUnits: 0, currency: terms.monthlyFee.currency)) {
            $0 + $1.fee
        }
        // An upgrade replaced the terms in the course of the cycle: what it added to the fee is
        // listed, so the fee at the beginning stands beside it.
        let nothing = Money(minorUnits: 0, currency: terms.monthlyFee.currency)
        monthly =
            cycle.settlesOnly ?? false ? nothing : upgrades.first?.feeBefore ?? terms.monthlyFee
        self.upgrades = upgrades
        discountPercent = terms.discountPercent
        let whole = monthly + added
        discount = whole.part(terms.discountPercent, of: 100)
        total = whole - discount
    }
}
