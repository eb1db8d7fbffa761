/// Reads fixed-width numbers and marks from ASCII text, for dates and times.
struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    /// True when nothing is left.
    var isAtEnd: Bool { rest.isEmpty }

    /// Takes exactly `width` digits.
    mutating func number(_ width: Int) -> Int? {
        var value = 0
        for _ in 0..<width {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// Takes one mark, upper or lower case.
    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard let next = rest.first, mark.isASCII, next & 0xDF == UInt8(mark.value) & 0xDF,
            next == UInt8(mark.value) || (65...90).contains(mark.value)
        else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Takes `.` and digits and returns milliseconds, or takes nothing and returns 0; nil for a
    /// lone point.
    mutating func fractionInMilliseconds() -> Int? {
        guard take(".") else { return 0 }
        var value = 0
        var count = 0
        while let digit = digit() {
            if count < 3 { value = value * 10 + digit }
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in 0..<max(0, 3 - count) { value *= 10 }
        return value
    }

    /// Takes `Z` or `±hh:mm` and returns minutes east of UTC.
    mutating func offsetInMinutes() -> Int? {
        if take("Z") { return 0 }
        let sign = take("+") ? 1 : (take("-") ? -1 : 0)
        guard sign != 0, let hours = number(2), hours < 24, take(":"), let minutes = number(2),
            minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }

    private mutating func digit() -> Int? {
        guard let next = rest.first, (48...57).contains(next) else { return nil }
        rest = rest.dropFirst()
        return Int(next) - 48
    }
}
