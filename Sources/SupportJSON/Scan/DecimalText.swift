/// The value of a whole number written in decimal digits.
enum DecimalText {
    /// The number in a range of bytes that holds an optional minus and then digits only; nil past
    /// `Int64`.
    @inline(__always)
    static func int64(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int64? {
        let isNegative = bytes[range.lowerBound] == Ascii.minus
        let digits = range.dropFirst(isNegative ? 1 : 0)
        guard digits.count <= 19 else { return nil }
        var magnitude: UInt64 = 0
        for at in digits {
            magnitude = magnitude &* 10 &+ UInt64(bytes[at] &- Ascii.zero)
        }
        // 19 digits stay below 2^64, so nothing has wrapped here.
        if isNegative {
            guard magnitude <= Int64.min.magnitude else { return nil }
            return 0 &- Int64(truncatingIfNeeded: magnitude)
        }
        return Int64(exactly: magnitude)
    }

    /// Whether the number in the range fits; see `int64`.
    @inline(__always)
    static func fitsInt64(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.count <= 18 || int64(bytes, range) != nil
    }

    /// Appends a number in decimal digits.
    static func append(_ magnitude: UInt64, isNegative: Bool, to bytes: inout [UInt8]) {
        var reversed = InlineArray<20, UInt8>(repeating: 0)
        var rest = magnitude
        var length = 0
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            reversed[length] = Ascii.zero &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
            length &+= 1
        } while rest > 0
        bytes.append(addingCapacity: length &+ 1) { output in
            if isNegative { output.append(Ascii.minus) }
            var at = length
            while at > 0 {
                at &-= 1
                output.append(reversed[at])
            }
        }
    }
}
