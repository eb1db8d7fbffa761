package import SupportModel

/// `[queue]`: the working order.
package struct QueueTable: Hashable, Sendable {
    /// What goes first in the working order.
    package enum Order: String, CaseIterable, Sendable {
        /// Packages before work on demand (R4), then the level.
        case packageFirst = "package-first"
        /// The level, then packages before work on demand.
        case levelFirst = "level-first"
    }

    package var order = Order.packageFirst
    /// After how many days of waiting for the agency work on demand goes with that of packages (R4);
    /// 0: never.
    package var ageingDays = 0

    /// The defaults.
    package init() {}

    mutating func read(_ table: inout TableReader) {
        table.read("order", .choice, into: &order)
        table.read("ageing_days", .integer(0...366), into: &ageingDays)
    }
}

/// `[deadlines]`: what is recorded of response targets.
package struct DeadlinesTable: Hashable, Sendable {
    /// How much of a target is used up when a warning is recorded, in percent: 0 to 99; 0: no warnings.
    package var warnPercent = 75

    /// The defaults.
    package init() {}

    mutating func read(_ table: inout TableReader) {
        table.read("warn_percent", .integer(0...99), into: &warnPercent)
    }
}

/// One `[[calendar]]`: the hours in which business time runs.
enum CalendarTable {
    /// Reads one; nil when a key is missing or invalid.
    static func read(_ table: inout TableReader) -> BusinessCalendar? {
        let name = table.required("name", .name(of: BusinessCalendar.self))
        let zone = table.optional("zone", .zone)
        let week = table.required("hours", .openHours)
        let holidays = table.optional("holidays", .holidays) ?? []
        let packages = table.optional("packages", .names(of: PackageOffer.self)) ?? []
        guard let name, let week else { return nil }
        return BusinessCalendar(
            name: name, zone: zone, week: week, holidays: Set(holidays), packages: Set(packages))
    }
}

extension Setting<[CivilDate]> {
    /// Days of the calendar, each once.
    static var holidays: Setting {
        let most = ConfigurationLimits.holidaysMax
        return .list(
            of: .date, most: most,
            wanted: "give a list of at most \(most) days such as \"2026-12-25\", each once")
    }
}

extension Setting<[[DaySpan]]> {
    /// The open hours of a week: lines such as `mon-fri 09:00-12:30 13:30-18:00`.
    static var openHours: Setting {
        let wanted =
            "give a list of days with their hours, each day once and its hours in order, such as "
            + "[\"mon-fri 09:00-13:00 14:00-18:00\", \"sat 10:00-14:00\"]"
        let line = Setting<String>.text
        return Setting(wanted: wanted) { (node) throws(Misfit) in
            guard let list = node.list else { throw Misfit.type(node) }
            var week: [[DaySpan]] = Array(repeating: [], count: 7)
            for index in 0..<list.count {
                let text = try line.element(list[index], index)
                guard let open = OpenHours(text), open.days.allSatisfy({ week[$0].isEmpty }) else {
                    throw Misfit("\(SettingPath.quoted(text)) does not fit", element: index)
                }
                for day in open.days { week[day] = open.spans }
            }
            guard week.contains(where: { !$0.isEmpty }) else { throw Misfit("nothing is open") }
            return week
        }
    }
}

/// The hours of some days of the week: `mon-fri 09:00-12:30 13:30-18:00`.
struct OpenHours: Hashable {
    /// 0 for Monday.
    let days: [Int]
    /// In order, none empty, without overlaps.
    let spans: [DaySpan]

    private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Nil for a text that says none.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard let first = words.first, let days = Self.days(first) else { return nil }
        let spans = words.dropFirst().compactMap(Self.span)
        guard !spans.isEmpty, spans.count == words.count - 1,
            zip(spans, spans.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound })
        else { return nil }
        (self.days, self.spans) = (days, spans)
    }

    private static func days(_ text: Substring) -> [Int]? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            .map { name in names.firstIndex { $0 == name } }
        switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
        case (1, let day?, _): return [day]
        case (2, let first?, let last?) where first < last: return Array(first...last)
        default: return nil
        }
    }

    private static func span(_ text: Substring) -> DaySpan? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(minute)
        guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else { return nil }
        return from..<to
    }

    /// `09:30`, up to `24:00`.
    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
            let hour = Int(digits: parts[0], digitsMax: 2),
            let minute = Int(digits: parts[1], digitsMax: 2), minute < 60,
            hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }
}
