/// Whole numbers in decimal digits, as bytes.
package enum DecimalText {
    /// The number of 0 or more that digits without leading zeros show; nil when it is written in any
    /// other way or does not fit `Int64`, as in all JSON of this module.
    package static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
        guard let first = digits.first, digits.count <= 19,
            first != Ascii.zero || digits.count == 1
        else { return nil }
        var number: UInt64 = 0
        for digit in digits {
            guard (Ascii.zero...Ascii.nine).contains(digit) else { return nil }
            // 19 digits stay below 2^64.
            number = number &* 10 &+ UInt64(digit &- Ascii.zero)
        }
        return number <= UInt64(Int64.max) ? number : nil
    }

    /// Appends the digits of a number.
    package static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        append(number, isNegative: false, to: &bytes)
    }

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

/// Whole numbers and bytes in lower-case hexadecimal digits.
package enum Hexadecimal {
    /// Appends the lowest `digits` digits of a number.
    package static func append(_ number: UInt64, digits: Int, to bytes: inout [UInt8]) {
        for place in stride(from: digits - 1, through: 0, by: -1) {
            let digit = UInt8(truncatingIfNeeded: number >> (4 * UInt64(place))) & 0xF
            bytes.append(digit < 10 ? 48 + digit : 87 + digit)
        }
    }

    /// Every byte as two digits.
    package static func text(_ octets: some Sequence<UInt8>) -> String {
        var digits: [UInt8] = []
        for octet in octets { append(UInt64(octet), digits: 2, to: &digits) }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The number that at most 16 digits show, nil when one of them is not a lower-case digit.
    package static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
        guard digits.count <= 16 else { return nil }
        var number: UInt64 = 0
        for digit in digits {
            guard !(65...70).contains(digit), let value = value(of: digit) else { return nil }
            number = number << 4 | UInt64(value)
        }
        return number
    }

    /// The value of a digit, lower-case or not; nil for any other byte.
    static func value(of digit: UInt8) -> UInt32? {
        switch digit {
        case 0x30...0x39: UInt32(digit &- 0x30)
        case 0x41...0x46: UInt32(digit &- 0x41 &+ 10)
        case 0x61...0x66: UInt32(digit &- 0x61 &+ 10)
        default: nil
        }
    }
}
