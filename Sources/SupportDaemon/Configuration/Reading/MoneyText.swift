/// The text of an amount of money: `1200`, `95.5`, `95.00`; no sign, no thousands, no currency.
enum MoneyText {
    /// Minor units, 0 to `ConfigurationLimits.minorUnitsMax`; nil for a text that is no such amount.
    static func minorUnits(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = number(parts[0], digits: 1...12) else {
            return nil
        }
        var cents = 0
        if parts.count == 2 {
            guard let decimals = number(parts[1], digits: 1...2) else { return nil }
            cents = parts[1].utf8.count == 1 ? decimals * 10 : decimals
        }
        let amount = whole * 100 + cents
        return amount <= ConfigurationLimits.minorUnitsMax ? amount : nil
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(text)
    }
}
