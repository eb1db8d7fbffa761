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
