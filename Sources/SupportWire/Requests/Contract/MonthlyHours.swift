package import SupportModel

/// Hours a month in a request: a whole number of hours, or a text with hours and minutes.
///
/// `25` and `"25h"` are the same; `"7h30m"` has no whole number.
package struct MonthlyHours: Hashable, Sendable {
    /// How much it is.
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
