/// An amount of money: integer minor units (cents) of one currency.
package struct Money: Hashable, Sendable, Codable {
    /// Cents, pence, kopiykas.
    package let minorUnits: Int
    /// Three capital letters, ISO 4217.
    package let currency: String

    package init(minorUnits: Int, currency: String) {
        self.minorUnits = minorUnits
        self.currency = currency
    }
}

extension Money: CustomStringConvertible {
    /// `1200.00 EUR`: two decimals, as all shipped currencies have.
    package var description: String {
        let magnitude = minorUnits.magnitude
        let cents = magnitude % 100
        return "\(minorUnits < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents) "
            + currency
    }
}
