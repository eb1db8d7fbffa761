package import SupportModel

/// One of the four kinds of date and time: a date, a time of day, both, or both with an offset.
package struct TOMLMoment: Hashable, Sendable {
    /// A time of day.
    package struct Time: Hashable, Sendable {
        /// 0 to 23.
        package var hour: Int
        /// 0 to 59.
        package var minute: Int
        /// 0 to 59, and 60 for a leap second.
        package var second: Int
        /// 0 to 999,999,999; further digits of a fraction are left out.
        package var nanosecond = 0

        package init(hour: Int, minute: Int, second: Int, nanosecond: Int = 0) {
            (self.hour, self.minute, self.second) = (hour, minute, second)
            self.nanosecond = nanosecond
        }
    }

    package var date: CivilDate?
    package var time: Time?
    /// Minutes ahead of UTC, from -1439 to 1439; only with a date and a time.
    package var offsetMinutes: Int?

    /// The length of a date, `2026-12-01`, in bytes.
    static let dateBytes = 10

    /// Whether a plain value can only be meant as a date or a time.
    static func hasForm(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: ":")) || hasShape("dddd-dd-dd", text.utf8.prefix(dateBytes))
    }

    /// The moment that a text names. Where the text is built otherwise, it is taken for one without
    /// its quotes.
    static func read(_ text: String) throws(TOMLPlainValue.Misreading) -> TOMLMoment {
        var rest = Substring(text).utf8
        var moment = TOMLMoment()
        if hasShape("dddd-dd-dd", rest.prefix(dateBytes)) {
            moment.date = try date(&rest)
            guard !rest.isEmpty else { return moment }
            guard "Tt ".utf8.contains(rest.removeFirst()) else { throw .unknown }
        }
        moment.time = try time(&rest)
        if moment.date != nil, !rest.isEmpty { moment.offsetMinutes = try offset(&rest) }
        guard rest.isEmpty else { throw .unknown }
        return moment
    }

    private static func date(
        _ rest: inout Substring.UTF8View
    ) throws(TOMLPlainValue.Misreading) -> CivilDate {
        let numbers = numbers(in: rest.prefix(dateBytes))
        rest = rest.dropFirst(dateBytes)
        guard let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            throw TOMLPlainValue.Misreading("expected a day that the calendar has")
        }
        return date
    }

    private static func time(
        _ rest: inout Substring.UTF8View
    ) throws(TOMLPlainValue.Misreading) -> Time {
        let clock = rest.prefix(8)
        guard hasShape("dd:dd:dd", clock) else { throw .unknown }
        let numbers = numbers(in: clock)
        rest = rest.dropFirst(8)
        guard numbers[0] < 24, numbers[1] < 60, numbers[2] <= 60 else {
            throw TOMLPlainValue.Misreading("expected a time from 00:00:00 to 23:59:60")
        }
        return Time(
            hour: numbers[0], minute: numbers[1], second: numbers[2],
            nanosecond: try fraction(&rest))
    }

    /// Nanoseconds, 0 where there is no point.
    private static func fraction(
        _ rest: inout Substring.UTF8View
    ) throws(TOMLPlainValue.Misreading) -> Int {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        let digits = rest.dropFirst().prefix(while: isDigit)
        guard !digits.isEmpty else { throw .unknown }
        rest = rest.dropFirst(1 + digits.count)
        let kept = digits.prefix(9)
        return (kept.count..<9).reduce(number(kept)) { value, _ in value * 10 }
    }

    private static func offset(
        _ rest: inout Substring.UTF8View
    ) throws(TOMLPlainValue.Misreading) -> Int {
        let sign = rest.removeFirst()
        if "Zz".utf8.contains(sign) { return 0 }
        let clock = rest.prefix(5)
        guard "+-".utf8.contains(sign), hasShape("dd:dd", clock) else { throw .unknown }
        let numbers = numbers(in: clock)
        rest = rest.dropFirst(5)
        guard numbers[0] < 24, numbers[1] < 60 else {
            throw TOMLPlainValue.Misreading("expected an offset from -23:59 to +23:59")
        }
        let minutes = numbers[0] * 60 + numbers[1]
        return sign == UInt8(ascii: "-") ? -minutes : minutes
    }

    /// Whether digits stand where the shape has a `d`, and its other letters as they are.
    private static func hasShape(_ shape: String, _ text: Substring.UTF8View) -> Bool {
        text.count == shape.utf8.count
            && zip(shape.utf8, text).allSatisfy { $0 == UInt8(ascii: "d") ? isDigit($1) : $0 == $1 }
    }

    /// The numbers between the marks of a text.
    private static func numbers(in text: Substring.UTF8View) -> [Int] {
        text.split { !isDigit($0) }.map(number)
    }

    private static func number(_ digits: Substring.UTF8View) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
