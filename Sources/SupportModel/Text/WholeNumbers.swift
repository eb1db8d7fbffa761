/// Whole numbers as text, without the signs and the non-ASCII digits that `Int` accepts.
extension FixedWidthInteger {
    /// The number that ASCII digits represent, leading zeros allowed; nil for anything else, for
    /// more than `digitsMax` digits and for a number that does not fit.
    package init?(digits text: some StringProtocol, digitsMax: Int = .max) {
        let bytes = text.utf8
        guard !bytes.isEmpty, bytes.count <= digitsMax,
            bytes.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        self.init(String(text))
    }

    /// The text with at least `digits` digits, padded with leading zeros: `007`. For numbers of 0
    /// or more.
    package func padded(to digits: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
    }
}

/// Amounts that are kept in hundredths and shown with two decimals: money, the load of a processor.
extension Int {
    /// The hundredths of `1200`, `95.5` or `95.00`: no sign, at most `wholeDigitsMax` digits before the
    /// point and two behind it. Nil for anything else.
    package init?(hundredths text: String, wholeDigitsMax: Int) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2,
            let whole = Int(digits: parts[0], digitsMax: Swift.min(wholeDigitsMax, 16))
        else { return nil }
        var hundredths = 0
        if parts.count == 2 {
            guard let decimals = Int(digits: parts[1], digitsMax: 2) else { return nil }
            hundredths = parts[1].utf8.count == 1 ? decimals * 10 : decimals
        }
        self = whole * 100 + hundredths
    }

    /// `1200.00` for 120000, `-0.05` for -5.
    package var hundredths: String {
        let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(self < 0 ? "-" : "")\(whole).\(rest.padded(to: 2))"
    }
}
