/// A day in a request: a date, or one that is counted from today where the contract or the client is.
package enum DayReference: Hashable, Sendable {
    case date(CivilDate)
    /// So many days before today: 0 is today, 1 yesterday; at most `Limits.daysAgoMax`.
    case daysAgo(Int)
    /// So many days after today: 1 is tomorrow; at most `Limits.daysAgoMax`.
    case daysAhead(Int)
    /// The last such day of the week, or the next where the future is meant, today included: 0 is
    /// Monday, 6 is Sunday.
    case weekday(Int)

    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// The day, as seen from today.
    ///
    /// - Parameter isComing: whether a day of the week is the next such day, not the last.
    package func day(from today: CivilDate, isComing: Bool = false) -> CivilDate {
        switch self {
        case .date(let date): return date
        case .daysAgo(let days): return today.advanced(byDays: -days)
        case .daysAhead(let days): return today.advanced(byDays: days)
        case .weekday(let place):
            let day = Week(containing: today).monday.advanced(byDays: place)
            if isComing { return day < today ? day.advanced(byDays: 7) : day }
            return day > today ? day.advanced(byDays: -7) : day
        }
    }
}

/// The text of such a day: `2026-11-23`, `today`, `yesterday`, `-2d`, `tomorrow`, `+2d`, `monday`.
extension DayReference: TextCodable {
    package var description: String {
        switch self {
        case .date(let date): date.description
        case .daysAgo(0): "today"
        case .daysAgo(1): "yesterday"
        case .daysAgo(let days): "-\(days)d"
        case .daysAhead(1): "tomorrow"
        case .daysAhead(let days): "+\(days)d"
        case .weekday(let place):
            Self.weekdays.indices.contains(place) ? Self.weekdays[place] : "monday"
        }
    }

    /// Reads such a text; nil for anything else.
    package init?(_ text: String) {
        if let date = CivilDate(text) {
            self = .date(date)
        } else if let place = Self.weekdays.firstIndex(of: text) {
            self = .weekday(place)
        } else if text == "today" || text == "yesterday" {
            self = .daysAgo(text == "today" ? 0 : 1)
        } else if text == "tomorrow" {
            self = .daysAhead(1)
        } else if let sign = text.first, sign == "-" || sign == "+", text.last == "d",
            let days = Int(digits: text.dropFirst().dropLast(), digitsMax: 4),
            days <= Limits.daysAgoMax
        {
            self = sign == "-" ? .daysAgo(days) : .daysAhead(days)
        } else {
            return nil
        }
    }

    package static let expected = "a day such as 2026-11-23, yesterday, monday or -2d"
}

/// A week in a request: one of its days, or one that is counted from the present week.
package enum WeekReference: Hashable, Sendable {
    /// The week that holds the date.
    case holding(CivilDate)
    /// The present week.
    case this
    /// The week after the present one.
    case next

    /// The week, as seen from today.
    package func week(from today: CivilDate) -> Week {
        switch self {
        case .holding(let date): Week(containing: date)
        case .this: Week(containing: today)
        case .next: Week(containing: today).next
        }
    }
}

/// The text of such a week: `2026-11-23`, `this`, `next`.
extension WeekReference: TextCodable {
    package var description: String {
        switch self {
        case .holding(let date): date.description
        case .this: "this"
        case .next: "next"
        }
    }

    /// Reads such a text; nil for anything else.
    package init?(_ text: String) {
        switch text {
        case "this": self = .this
        case "next": self = .next
        default:
            guard let date = CivilDate(text) else { return nil }
            self = .holding(date)
        }
    }

    package static let expected = "a day of the week such as 2026-11-23, this or next"
}
