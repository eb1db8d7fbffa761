/// An amount of work in whole minutes. Sums are held inside the range of `Int`.
package struct Minutes: Hashable, Sendable, Comparable, Codable {
    /// The count; negative only in a difference.
    package let count: Int

    package static let zero = Minutes(0)

    /// The amount of `count` minutes.
    package init(_ count: Int) { self.count = count }

    /// Whole hours.
    package static func hours(_ hours: Int) -> Minutes {
        let (minutes, overflow) = hours.multipliedReportingOverflow(by: 60)
        return Minutes(overflow ? (hours > 0 ? .max : .min) : minutes)
    }

    package static func < (left: Minutes, right: Minutes) -> Bool { left.count < right.count }

    /// The sum, limited to the range of `Int`.
    package static func + (left: Minutes, right: Minutes) -> Minutes {
        let (sum, overflow) = left.count.addingReportingOverflow(right.count)
        return Minutes(overflow ? (left.count > 0 ? .max : .min) : sum)
    }

    /// The difference, limited to the range of `Int`.
    package static func - (left: Minutes, right: Minutes) -> Minutes {
        let (difference, overflow) = left.count.subtractingReportingOverflow(right.count)
        return Minutes(overflow ? (right.count < 0 ? .max : .min) : difference)
    }

    /// Adds, limited to the range of `Int`.
    package static func += (left: inout Minutes, right: Minutes) { left = left + right }

    /// Subtracts, limited to the range of `Int`.
    package static func -= (left: inout Minutes, right: Minutes) { left = left - right }

    package init(from decoder: any Decoder) throws {
        count = try decoder.singleValueContainer().decode(Int.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}

/// The text of an amount of work: `3h30m`, `40h`, `45m`, `0m`.
extension Minutes: CustomStringConvertible {
    package var description: String {
        (count < 0 ? "-" : "") + DurationText.work.text(UInt64(count.magnitude))
    }

    /// Reads `3h30m`, `40h` or `45m`; minutes after hours must be under 60. Nil for anything else.
    package init?(text: String) {
        guard let count = DurationText.work.count(text) else { return nil }
        self.init(count)
    }
}

/// Hours a month in a request: a whole number of hours, or a text with hours and minutes.
///
/// `25` and `"25h"` are the same; `"7h30m"` cannot be written as a whole number.
package struct MonthlyHours: Hashable, Sendable {
    /// The hours a month, in minutes.
    package var minutes: Minutes

    package init(_ minutes: Minutes) {
        self.minutes = minutes
    }
}

/// As a number where it is whole hours, otherwise as a text.
extension MonthlyHours: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let hours = try? container.decode(Int.self) {
            minutes = .hours(hours)
            return
        }
        guard let text = try? container.decode(String.self), let minutes = Minutes(text: text)
        else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription:
                    "wanted hours as a number, or with minutes as a text such as 7h30m"
            )
        }
        self.minutes = minutes
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if minutes.count.isMultiple(of: 60) {
            try container.encode(minutes.count / 60)
        } else {
            try container.encode(minutes.description)
        }
    }
}
