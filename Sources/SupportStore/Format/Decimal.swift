/// Whole numbers of 0 or more in decimal digits, without leading zeros.
enum Decimal {
    /// The number, nil when it is written in any other way or does not fit.
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

    /// The number in 20 digits, as file names have it so that they sort.
    static func padded(_ number: Int) -> String {
        let digits = String(max(0, number))
        return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
    }
}
