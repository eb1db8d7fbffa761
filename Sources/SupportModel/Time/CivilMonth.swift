/// A month on the calendar on the wall, in which work on demand is billed.
package struct CivilMonth: Hashable, Sendable, Comparable {
    /// The month's first day.
    package let first: CivilDate

    /// The month that a day lies in.
    package init(containing day: CivilDate) {
        first = day.advanced(byDays: 1 - day.day)
    }

    /// The month's last day.
    package var last: CivilDate {
        first.advanced(byDays: CivilDate.days(inMonth: first.month, year: first.year) - 1)
    }

    /// The month after it; the last month of the calendar has none and gives itself.
    package var next: CivilMonth { CivilMonth(containing: first.advanced(byMonths: 1)) }

    /// Whether a day lies in it.
    package func contains(_ day: CivilDate) -> Bool { CivilMonth(containing: day) == self }

    package static func < (left: CivilMonth, right: CivilMonth) -> Bool {
        left.first < right.first
    }
}

/// The ISO 8601 text of a month, `YYYY-MM`.
extension CivilMonth: TextCodable, LosslessStringConvertible {
    package static let expected = "a month such as 2026-11"

    package var description: String { String(first.description.dropLast(3)) }

    /// Reads `YYYY-MM`; nil for anything else, and for a month that does not exist.
    package init?(_ text: String) {
        guard let first = CivilDate(text + "-01") else { return nil }
        self.init(containing: first)
    }
}
