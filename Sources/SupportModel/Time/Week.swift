/// An ISO 8601 week, Monday to Sunday: the unit of the weekly limit (R9).
package struct Week: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The week's Monday.
    package let monday: CivilDate

    /// The week that holds a date.
    package init(containing date: CivilDate) {
        monday = CivilDate(daysSinceEpoch: Self.mondayDays(of: date))
    }

    /// Days from 1970-01-01 to the Monday of a date's week.
    static func mondayDays(of date: CivilDate) -> Int {
        let days = date.daysSinceEpoch
        // 1970-01-01 was a Thursday, three days after a Monday.
        return days - ((days + 3) % 7 + 7) % 7
    }

    /// The following week.
    package var next: Week { Week(containing: monday.advanced(byDays: 7)) }

    /// `2026-W48`. The week belongs to the year that holds its Thursday.
    package var description: String {
        let thursday = monday.advanced(byDays: 3)
        guard let newYear = CivilDate(year: thursday.year, month: 1, day: 1) else { return "" }
        let number = (thursday.daysSinceEpoch - newYear.daysSinceEpoch) / 7 + 1
        return "\(thursday.description.prefix(4))-W\(number.padded(to: 2))"
    }

    package static func < (left: Week, right: Week) -> Bool { left.monday < right.monday }
}

/// Reading the ISO 8601 text of a week, `YYYY-Www`; `Week.description` writes it.
extension Week: LosslessStringConvertible {
    /// Reads `2026-W48`; nil for anything else, and for a week that its year does not have: W53
    /// exists only in a year that has 53 Thursdays.
    package init?(_ text: String) {
        var reader = DigitReader(text)
        guard let year = reader.number(4), reader.take("-"), reader.take("W"),
            let number = reader.number(2), reader.isAtEnd, (1...53).contains(number),
            // The 4th of January always lies in the first week.
            let first = CivilDate(year: year, month: 1, day: 4)
        else { return nil }
        let day = first.advanced(byDays: 7 * (number - 1))
        self.init(containing: day)
        guard day.daysSinceEpoch - first.daysSinceEpoch == 7 * (number - 1),
            monday.advanced(byDays: 3).year == year
        else { return nil }
    }
}
