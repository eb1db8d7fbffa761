import SupportModel

/// The words below the axis of time of a plot: few enough to stand beside each other on a telephone.
struct ReportAxis {
    private let parts: [TicketCourse]
    private let isByMonth: Bool

    /// The most words.
    static let ticksMax = 6

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// For the course of a report, which has one of its three steps throughout.
    init(_ parts: [TicketCourse]) {
        self.parts = parts
        // Only a part that is a month is longer than a week. A long period has one such, unless it
        // has just begun: then there are few parts, and each has its first day below it.
        isByMonth = parts.contains { $0.to.daysSinceEpoch - $0.from.daysSinceEpoch > 6 }
    }

    /// The word below each part; nil for most.
    var ticks: [String?] {
        isByMonth ? monthTicks : dayTicks
    }

    private var dayTicks: [String?] {
        let isByDay = parts.allSatisfy { $0.from == $0.to }
        let steps = isByDay ? [1, 2, 7, 14] : [1, 2, 3, 4, 6, 8, 10]
        let step = steps.first { (parts.count + $0 - 1) / $0 <= Self.ticksMax } ?? parts.count
        return parts.enumerated().map { place, part in
            place.isMultiple(of: step) ? "\(part.from.day) \(Self.month(part.from))" : nil
        }
    }

    /// Months of the year that a step divides, so that they stand at the same place of every year.
    private var monthTicks: [String?] {
        for step in [1, 2, 3, 6] {
            let wanted = parts.map { ($0.from.month - 1).isMultiple(of: step) }
            guard wanted.count(where: \.self) <= Self.ticksMax else { continue }
            return zip(parts, wanted).map { part, isWanted in
                isWanted ? "\(Self.month(part.from)) \(part.from.year)" : nil
            }
        }
        let years = (parts.last?.from.year ?? 0) - (parts.first?.from.year ?? 0) + 1
        let step = (years + Self.ticksMax - 1) / Self.ticksMax
        return parts.map { part in
            part.from.month == 1 && part.from.year.isMultiple(of: step) ? "\(part.from.year)" : nil
        }
    }

    private static func month(_ day: CivilDate) -> String {
        months.indices.contains(day.month - 1) ? months[day.month - 1] : ""
    }
}
