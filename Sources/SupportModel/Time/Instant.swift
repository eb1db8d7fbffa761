/// A point on the wall clock: whole milliseconds since 1970-01-01T00:00:00Z, negative before.
///
/// Its text is RFC 3339 in UTC with milliseconds (`2026-11-23T18:32:54.000Z`), on disk, on the wire
/// and in output for programs. Text with another offset is accepted and converted.
package struct Instant: Hashable, Sendable, Comparable {
    /// Milliseconds since the epoch, in the range that a four-digit year can show.
    package let millisecondsSinceEpoch: Int64

    /// 0000-01-01T00:00:00.000Z.
    package static let earliest = Instant(clamping: -62_167_219_200_000)
    /// 9999-12-31T23:59:59.999Z.
    package static let latest = Instant(clamping: 253_402_300_799_999)

    /// An instant from milliseconds; outside years 0 to 9999 it is moved to the nearer end.
    package init(clamping milliseconds: Int64) {
        millisecondsSinceEpoch = min(max(milliseconds, -62_167_219_200_000), 253_402_300_799_999)
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }

    /// The instant this many milliseconds later, held inside years 0 to 9999.
    package func advanced(byMilliseconds milliseconds: Int64) -> Instant {
        let (sum, overflow) = millisecondsSinceEpoch.addingReportingOverflow(milliseconds)
        return overflow ? (milliseconds > 0 ? .latest : .earliest) : Instant(clamping: sum)
    }

    /// Milliseconds from the other instant to this one; negative when this one is earlier.
    package func milliseconds(since other: Instant) -> Int64 {
        millisecondsSinceEpoch - other.millisecondsSinceEpoch
    }
}

/// The RFC 3339 text of an instant. Writing and reading are inverse to the millisecond.
extension Instant: LosslessStringConvertible, TextCodable {
    /// The milliseconds of 24 hours.
    package static let millisecondsPerDay: Int64 = 86_400_000

    /// `2026-11-23T18:32:54.000Z`.
    package var description: String {
        String(unsafeUninitializedCapacity: 24) { buffer in
            let day = millisecondsSinceEpoch.flooredDivision(by: Self.millisecondsPerDay)
            let rest = Int(millisecondsSinceEpoch - day * Self.millisecondsPerDay)
            let date = CivilDate(daysSinceEpoch: Int(day))
            var at = 0
            func put(_ value: Int, width: Int, then mark: UInt8) {
                var left = value
                for place in stride(from: at + width - 1, through: at, by: -1) {
                    buffer[place] = UInt8(truncatingIfNeeded: 48 + left % 10)
                    left /= 10
                }
                buffer[at + width] = mark
                at += width + 1
            }
            put(date.year, width: 4, then: UInt8(ascii: "-"))
            put(date.month, width: 2, then: UInt8(ascii: "-"))
            put(date.day, width: 2, then: UInt8(ascii: "T"))
            put(rest / 3_600_000, width: 2, then: UInt8(ascii: ":"))
            put(rest / 60_000 % 60, width: 2, then: UInt8(ascii: ":"))
            put(rest / 1000 % 60, width: 2, then: UInt8(ascii: "."))
            put(rest % 1000, width: 3, then: UInt8(ascii: "Z"))
            return at
        }
    }

    /// Reads `YYYY-MM-DDThh:mm:ss[.fff…](Z|±hh:mm)`; digits past the millisecond are dropped.
    package init?(_ text: String) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2),
            reader.take("-"), let day = reader.number(2), reader.take("T"),
            let date = CivilDate(year: year, month: month, day: day),
            let hour = reader.number(2), hour < 24, reader.take(":"),
            let minute = reader.number(2), minute < 60, reader.take(":"),
            let second = reader.number(2), second < 60,
            let fraction = reader.fractionInMilliseconds(),
            let offsetMinutes = reader.offsetInMinutes(), reader.isAtEnd
        else { return nil }
        let seconds = hour * 3600 + minute * 60 + second - offsetMinutes * 60
        self.init(
            clamping: Int64(date.daysSinceEpoch) * Self.millisecondsPerDay
                + Int64(seconds) * 1000 + Int64(fraction))
    }

    package static let expected = "an RFC 3339 time such as 2026-11-23T18:32:54Z"
}

extension Int64 {
    /// Division that rounds toward negative infinity, so that days before 1970 are correct.
    func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
