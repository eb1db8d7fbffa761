/// What may stand as a value without quotes: a boolean or a number.
///
/// TOML also has dates and times. No key of ours takes one, and over some that are nearly right
/// (`1979-05-27TT07:32:00`) the library ends the process, so they are refused before it.
enum PlainValue {
    private static let words: Set = ["true", "false", "inf", "nan", "+inf", "+nan", "-inf", "-nan"]

    /// True for a boolean, and for a number as far as its characters show.
    static func isKnown(_ text: String) -> Bool {
        if words.contains(text) { return true }
        var rest = Substring(text)
        if let sign = rest.first, "+-".contains(sign) { rest = rest.dropFirst() }
        guard let first = rest.utf8.first, isDigit(first) else { return false }
        for mark in ["0x", "0o", "0b"] where rest.hasPrefix(mark) {
            return rest.utf8.count > 2 && rest.dropFirst(2).utf8.allSatisfy(isHexadecimal)
        }
        var before = UInt8(0)
        return rest.utf8.allSatisfy { byte in
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            let mayStand = isSign ? before | 0x20 == UInt8(ascii: "e") : isDecimal(byte)
            before = byte
            return mayStand
        }
    }

    private static func isDecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            || byte | 0x20 == UInt8(ascii: "e")
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_") || (97...102).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
