/// An amount of money: integer minor units (cents) of one currency. Sums are held inside the range
/// of `Int`.
package struct Money: Hashable, Sendable, Codable {
    /// Cents, pence, kopiykas; negative for a credit.
    package let minorUnits: Int
    /// Three capital letters, ISO 4217.
    package let currency: String

    package init(minorUnits: Int, currency: String) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// The sum, in the currency of the first.
    package static func + (left: Money, right: Money) -> Money {
        let (sum, overflow) = left.minorUnits.addingReportingOverflow(right.minorUnits)
        let held = overflow ? (left.minorUnits > 0 ? Int.max : .min) : sum
        return Money(minorUnits: held, currency: left.currency)
    }

    /// The difference, in the currency of the first.
    package static func - (left: Money, right: Money) -> Money {
        left + Money(minorUnits: 0 - max(right.minorUnits, -.max), currency: right.currency)
    }

    /// The part `numerator / denominator` of the amount, rounded once to the minor unit, at a
    /// half away from zero: a credit mirrors the charge.
    package func part(_ numerator: Int, of denominator: Int) -> Money {
        Money(
            minorUnits: Ratio.rounded(minorUnits, numerator, over: denominator), currency: currency)
    }

    /// What so much work costs at this amount an hour, rounded once, on the whole.
    package func forWork(_ work: Minutes) -> Money { part(work.count, of: 60) }
}

extension Money: CustomStringConvertible {
    /// `1200.00 EUR`: two decimals, as all shipped currencies have.
    package var description: String { "\(amount) \(currency)" }

    /// `1200.00`, without the currency.
    package var amount: String {
        let magnitude = minorUnits.magnitude
        let cents = magnitude % 100
        return "\(minorUnits < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
