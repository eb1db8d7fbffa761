/// How a caller names a cycle of a contract: by its number, or by the month in which it begins.
package enum CycleReference: Hashable, Sendable {
    /// 1 for the contract's first cycle.
    case number(Int)
    /// The cycle whose first day lies in this month; the month is 1 to 12.
    case month(year: Int, month: Int)
}

extension CycleReference: LosslessStringConvertible, Codable {
    package var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .month(let year, let month):
            // Of the first day, which every month has.
            CivilDate(year: year, month: month, day: 1).map { "\($0.description.dropLast(3))" }
                ?? "\(year)-\(month)"
        }
    }

    /// Reads `3` or `2026-10`; nil for anything else, and for a month that does not exist.
    package init?(_ text: String) {
        if text.isDecimalNumber, let number = Int(text), number > 0 {
            self = .number(number)
        } else if let first = CivilDate(text + "-01") {
            self = .month(year: first.year, month: first.month)
        } else {
            return nil
        }
    }

    package init(from decoder: any Decoder) throws {
        self = try decoder.scalar("a cycle's month such as 2026-10 or its number, as text") {
            CycleReference($0)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Whether a cycle is meant.
    func means(_ cycle: Cycle) -> Bool {
        switch self {
        case .number(let number): cycle.index == number - 1
        case .month(let year, let month): cycle.from.year == year && cycle.from.month == month
        }
    }
}
