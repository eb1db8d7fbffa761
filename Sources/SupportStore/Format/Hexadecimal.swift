/// Numbers in lower-case hexadecimal of fixed width, as the store's files have them.
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

    /// The number that at most 16 digits show, nil when one of them is not a lower-case digit.
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
