/// Whole numbers of 0 or more in decimal digits, without leading zeros.
enum Decimal {
    /// The number; nil when the digits are of another form or exceed `Int`.
    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard let first = digits.first, first != 48 || digits.count == 1 else { return nil }
        var number = 0
        for digit in digits {
            guard (48...57).contains(digit) else { return nil }
            let (tens, tensOverflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = tens.addingReportingOverflow(Int(digit) - 48)
            if tensOverflow || overflow { return nil }
            number = sum
        }
        return number
    }

    /// Appends the digits of a number of 0 or more.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        let start = bytes.count
        var rest = UInt(bitPattern: max(0, number))
        repeat {
            bytes.append(48 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// The number in 20 digits, so that file names sort.
    static func padded(_ number: Int) -> String {
        let digits = String(max(0, number))
        return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
    }
}

/// Numbers in lower-case hexadecimal of fixed width, as in the store's files.
enum Hexadecimal {
    /// Appends the lowest `digits` digits.
    static func append(_ number: UInt64, digits: Int, to bytes: inout [UInt8]) {
        for place in stride(from: digits - 1, through: 0, by: -1) {
            let digit = UInt8(truncatingIfNeeded: number >> (4 * UInt64(place))) & 0xF
            bytes.append(digit < 10 ? 48 + digit : 87 + digit)
        }
    }

    /// Appends every byte as two digits.
    static func append(_ octets: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        for octet in octets { append(UInt64(octet), digits: 2, to: &bytes) }
    }

    /// The number in at most 16 digits; nil when one of them is not a lower-case digit.
    static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
        guard digits.count <= 16 else { return nil }
        var number: UInt64 = 0
        for digit in digits {
            switch digit {
            case 48...57: number = number << 4 | UInt64(digit - 48)
            case 97...102: number = number << 4 | UInt64(digit - 87)
            default: return nil
            }
        }
        return number
    }
}
