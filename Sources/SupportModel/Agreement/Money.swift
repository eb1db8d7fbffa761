/// An amount of money: integer minor units (cents) of one currency. Sums are held inside the range
/// of `Int`.
package struct Money: Hashable, Sendable, Codable {
    /// Cents, pence, kopiykas; negative for a credit.
    package let minorUnits: Int
    /// Three capital letters, ISO 4217.
    package let currency: String

    package init(minorUnits: Int, currency: String) {
        (self.minorUnits, self.currency) = (minorUnits, currency)
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

    /// The price of a duration of work at this amount an hour, rounded once, on the total.
    package func forWork(_ work: Minutes) -> Money { part(work.count, of: 60) }
}

extension Money: CustomStringConvertible {
    /// `1200.00 EUR`: two decimals, as all shipped currencies have.
    package var description: String { "\(amount) \(currency)" }

    /// `1200.00`, without the currency.
    package var amount: String { minorUnits.hundredths }
}

/// Exact proportions of whole numbers.
enum Ratio {
    /// `value * numerator / denominator`, rounded to the nearest whole number and at a half away
    /// from zero, so that negating the value negates the result; held inside the range of `Int`, 0
    /// for a denominator of 0.
    static func rounded(_ value: Int, _ numerator: Int, over denominator: Int) -> Int {
        guard denominator != 0 else { return 0 }
        let isNegative = (value < 0) != (numerator < 0) && value != 0 && numerator != 0
        let product = value.magnitude.multipliedFullWidth(by: numerator.magnitude)
        let divisor = denominator.magnitude
        // A quotient that does not fit would trap; the end of the range is returned instead.
        guard product.high < divisor else { return isNegative ? .min : .max }
        let (quotient, remainder) = divisor.dividingFullWidth(product)
        let twice = remainder.multipliedReportingOverflow(by: 2)
        let isHalfOrMore = twice.overflow || twice.partialValue >= divisor
        let rounded = quotient &+ (isHalfOrMore ? 1 : 0)
        guard rounded <= UInt(Int.max) else { return isNegative ? .min : .max }
        return isNegative ? 0 - Int(rounded) : Int(rounded)
    }
}

/// How the time of an entry is rounded before it is billed: once an entry, in whole steps.
///
/// The duration as worked and the billed one are both kept.
package struct Rounding: Hashable, Sendable, Codable {
    /// The step in minutes, 1 to `Limits.roundingStepMinutesMax`; 1 rounds nothing.
    package var stepMinutes: Int
    /// The direction in which an entry between two steps is rounded.
    package var mode: RoundingMode

    package init(stepMinutes: Int, mode: RoundingMode = .up) {
        (self.stepMinutes, self.mode) = (stepMinutes, mode)
    }

    /// The billed duration of work, in whole steps and at least one step: work is never rounded to
    /// zero, in either mode.
    ///
    /// Zero stays zero. A step outside its range counts as the nearer end of the range, and a sum
    /// beyond the range of `Int` as its end, so that every input has a result.
    package func billed(_ actual: Minutes) -> Minutes {
        guard actual > .zero else { return actual }
        let step = min(max(stepMinutes, 1), Limits.roundingStepMinutesMax)
        let over = actual.count % step
        guard over > 0 else { return actual }
        let below = Minutes(actual.count - over)
        let goesUp = mode == .up || over * 2 >= step || below == .zero
        return goesUp ? below + Minutes(step) : below
    }
}

/// The direction in which a time entry is rounded that is not a whole number of steps.
package enum RoundingMode: String, Sendable, Codable, CaseIterable {
    /// To the next step: with steps of 15 minutes 16 become 30.
    case up
    /// To the nearer step, and half a step up: with steps of 15 minutes 22 become 15, 23 become 30,
    /// with steps of 10 minutes 25 become 30.
    case nearest
}
