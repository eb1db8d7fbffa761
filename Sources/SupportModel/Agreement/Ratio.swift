/// Exact proportions of whole numbers.
enum Ratio {
    /// `value * numerator / denominator`, rounded to the nearest whole number and at a half away
    /// from zero, so that a negative value gives what its positive twin does, with the other sign;
    /// held inside the range of `Int`, 0 for a denominator of 0.
    static func rounded(_ value: Int, _ numerator: Int, over denominator: Int) -> Int {
        guard denominator != 0 else { return 0 }
        let isNegative = (value < 0) != (numerator < 0) && value != 0 && numerator != 0
        let product = value.magnitude.multipliedFullWidth(by: numerator.magnitude)
        let divisor = denominator.magnitude
        // A quotient that does not fit would trap: the end of the range stands for it.
        guard product.high < divisor else { return isNegative ? .min : .max }
        let (quotient, remainder) = divisor.dividingFullWidth(product)
        let twice = remainder.multipliedReportingOverflow(by: 2)
        let isHalfOrMore = twice.overflow || twice.partialValue >= divisor
        let rounded = quotient &+ (isHalfOrMore ? 1 : 0)
        guard rounded <= UInt(Int.max) else { return isNegative ? .min : .max }
        return isNegative ? 0 - Int(rounded) : Int(rounded)
    }
}
