/// A calendar date without zone and time. Years 0 to 9999, proleptic Gregorian.
package struct CivilDate: Hashable, Sendable, Comparable {
    /// 0 to 9999.
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to the length of the month.
    package let day: Int

    /// Nil for a date that does not exist, such as 2026-02-29.
    package init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, year: year)
        else { return nil }
        self.init(knownYear: year, month: month, day: day)
    }

    private init(knownYear year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The date this many days after 1970-01-01, held inside years 0 to 9999.
    ///
    /// Source: H. Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`.
    package init(daysSinceEpoch days: Int) {
        let shifted = min(max(days, -719_528), 2_932_896) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            knownYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Days since 1970-01-01. Source as above, `days_from_civil`.
    package var daysSinceEpoch: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// 28 to 31; the month must be 1 to 12.
    package static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The date this many days later, or earlier when negative.
    package func advanced(byDays days: Int) -> CivilDate {
        CivilDate(daysSinceEpoch: daysSinceEpoch + days)
    }

    /// The same day this many months later; where that month is shorter, its last day (R10).
    ///
    /// Always computed from the original date: 31 January plus one is 28 February, plus two is
    /// 31 March.
    package func advanced(byMonths months: Int) -> CivilDate {
        let index = min(max(year * 12 + month - 1 + months, 0), 9999 * 12 + 11)
        let (year, month) = (index / 12, index % 12 + 1)
        return CivilDate(
            knownYear: year, month: month, day: min(day, Self.days(inMonth: month, year: year)))
    }
}

/// The ISO 8601 text of a date, `YYYY-MM-DD`.
extension CivilDate: LosslessStringConvertible, TextCodable {
    package var description: String {
        "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }

    /// Reads `YYYY-MM-DD`; nil for anything else, and for a date that does not exist.
    package init?(_ text: String) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2),
            reader.take("-"), let day = reader.number(2), reader.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static let expected = "a date such as 2026-11-23"
}

/// The calendar that is passed to the model: it has the data of the zones, the model has none.
package protocol CivilCalendar: Sendable {
    /// The zone of this name, or nil when the host's zone data does not contain it.
    func zone(named name: ZoneName) -> (any CivilZone)?
}

/// One time zone's rules, as far as billing needs them.
package protocol CivilZone: Sendable {
    /// The first instant at which local time is a minute of a date or later: where a clock change
    /// skips that minute, the instant after the gap, and where it comes twice, the first.
    ///
    /// - Parameter minute: since the date's midnight, 0 to 1440.
    func instant(ofMinute minute: Int, on date: CivilDate) -> Instant
    /// The local date at an instant.
    func date(at instant: Instant) -> CivilDate
}

extension CivilZone {
    /// The first instant of a date: local midnight, or where a clock change skips it, the instant
    /// after the gap.
    package func startOfDay(_ date: CivilDate) -> Instant { instant(ofMinute: 0, on: date) }

    /// The first instant after another one at which a Monday begins: a week of R9.
    package func nextMonday(after now: Instant) -> Instant {
        var week = Week(containing: date(at: now)).next
        // Where a clock change repeats the end of a Sunday, the Monday may have begun before.
        while startOfDay(week.monday) <= now, week < week.next { week = week.next }
        return startOfDay(week.monday)
    }
}
