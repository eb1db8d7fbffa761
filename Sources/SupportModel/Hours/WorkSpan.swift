/// The place of a work date in a contract.
struct WorkPlace: Hashable, Sendable {
    /// The day of the work, in the contract's zone.
    var date: CivilDate
    /// The index of the cycle that the work is booked on.
    var cycle: Int
    /// Whether that cycle has closed: the entry is an adjustment (R10).
    var isLate: Bool
}

/// The weekly limits of the entries of the open cycle, computed once for all of them.
struct EntryLimits {
    private let contract: Contract
    private let cycle: Int
    /// The only limit; nil where earlier entries have one that has lapsed.
    private let only: Minutes?

    init(_ contract: Contract) {
        self.contract = contract
        cycle = contract.account.open?.index ?? 0
        let limit = contract.account.open.map { contract.weeklyLimit(ofCycle: $0.index) } ?? .zero
        only = contract.lapsedLimits == nil ? limit : nil
    }

    /// The weekly limit that applies to an entry and the earlier ones (R9).
    func limit(of entry: Identifier<TimeEntry>) -> Minutes {
        only ?? contract.weeklyLimit(ofCycle: cycle, for: entry)
    }
}

/// Hours of a closed cycle that were drawn or returned after it had closed.
package struct Settlement: Hashable, Sendable, Codable {
    /// The index of the closed cycle.
    package var cycle: Int
    /// The Monday of the week of the work.
    package var monday: CivilDate
    /// Drawn from the hours that had expired; negative when a void returned them.
    package var minutes: Minutes
}

/// A period of work, split into whole minutes of local days.
///
/// The total is rounded half up to the minute and is at least one. The part of a day is the time
/// from the start to the end of that day, rounded in the same way, minus the parts of earlier days,
/// so that the parts add up to the total. A day begins at the zone's start of it; a day of 23 or 25
/// hours has 1380 or 1500 minutes.
package struct WorkSpan: Hashable, Sendable {
    /// The part of one day.
    package struct Part: Hashable, Sendable {
        /// The day, in the zone.
        package var date: CivilDate
        /// Its share, 1 or more.
        package var minutes: Minutes
    }

    /// The whole duration; 0 only where the end is before the start.
    package private(set) var total: Minutes = .zero
    /// The days that have a share, in order.
    package private(set) var parts: [Part] = []

    /// The work from one instant to another, on the days of a zone.
    package init(from start: Instant, to end: Instant, in zone: any CivilZone) {
        guard start <= end else { return }
        total = max(Minutes(1), Self.minutes(end.milliseconds(since: start)))
        let last = zone.date(at: end)
        // Where a clock change repeats the end of a day, the wall may show a day whose successor has
        // begun already: nothing is left of it then.
        var date = min(zone.date(at: start), last)
        var counted = Minutes.zero
        while date < last {
            let next = date.advanced(byDays: 1)
            let until = min(total, Self.minutes(zone.startOfDay(next).milliseconds(since: start)))
            add(date, until - counted)
            counted = max(counted, until)
            date = next
        }
        add(last, total - counted)
    }

    private mutating func add(_ date: CivilDate, _ minutes: Minutes) {
        if minutes > .zero { parts.append(Part(date: date, minutes: minutes)) }
    }

    /// Rounded half up; 0 or less for less than no time.
    private static func minutes(_ milliseconds: Int64) -> Minutes {
        Minutes(Int((milliseconds + 30_000) / 60_000))
    }
}
