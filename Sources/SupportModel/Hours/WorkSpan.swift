/// A span of work as whole minutes of the local days that it touches.
///
/// The whole is rounded half up to the minute and is at least one. A part is what the minutes until
/// the end of its day come to, rounded in the same way, less what its earlier days have: so the parts
/// add up to the whole, whatever the seconds were. A day begins where the zone begins it; a day of 23
/// or 25 hours has 1380 or 1500 minutes.
package struct WorkSpan: Hashable, Sendable {
    /// What one day has of it.
    package struct Part: Hashable, Sendable {
        /// The day, in the zone.
        package var date: CivilDate
        /// Its share, 1 or more.
        package var minutes: Minutes

        package init(date: CivilDate, minutes: Minutes) {
            self.date = date
            self.minutes = minutes
        }
    }

    /// All of it; 0 only where the end lies before the start.
    package private(set) var total: Minutes = .zero
    /// The days that have a share, in order.
    package private(set) var parts: [Part] = []

    /// The work from one instant to another, on the days of a zone.
    package init(from start: Instant, to end: Instant, in zone: any CivilZone) {
        guard start <= end else { return }
        total = max(Minutes(1), Self.minutes(end.milliseconds(since: start)))
        let last = zone.date(at: end)
        var date = Self.firstDay(start, last, zone)
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

    /// The day that the work begins in. Where a clock change repeats the end of a day, the wall may
    /// show a day whose successor has begun already: days count by where they begin.
    private static func firstDay(
        _ start: Instant, _ last: CivilDate, _ zone: any CivilZone
    ) -> CivilDate {
        var date = min(zone.date(at: start), last)
        while date < last, zone.startOfDay(date.advanced(byDays: 1)) <= start {
            date = date.advanced(byDays: 1)
        }
        return date
    }

    private mutating func add(_ date: CivilDate, _ minutes: Minutes) {
        if minutes > .zero { parts.append(Part(date: date, minutes: minutes)) }
    }

    /// Rounded half up; the milliseconds are 0 or more.
    private static func minutes(_ milliseconds: Int64) -> Minutes {
        Minutes(Int((milliseconds + 30_000) / 60_000))
    }
}
