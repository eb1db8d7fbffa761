/// When the agency works: the open hours of each day of the week, and holidays.
package struct BusinessCalendar: Hashable, Sendable {
    /// What it is called in the configuration and in explanations: `office`.
    package var name: Name<BusinessCalendar>
    /// The zone that its hours are in; nil: that of the contract or the client.
    package var zone: ZoneName?
    /// The open hours of each day, Monday first; of a day in order, without overlaps.
    package var week: [[DaySpan]]
    /// Days on which nothing is open.
    package var holidays: Set<CivilDate>
    /// The packages whose tickets it counts for; empty: for all that no other calendar names.
    package var packages: Set<Name<PackageOffer>>

    package init(
        name: Name<BusinessCalendar>, zone: ZoneName? = nil, week: [[DaySpan]] = Self.usualWeek,
        holidays: Set<CivilDate> = [], packages: Set<Name<PackageOffer>> = []
    ) {
        (self.name, self.zone, self.week) = (name, zone, week)
        (self.holidays, self.packages) = (holidays, packages)
    }

    /// Monday to Friday, 09:00 to 17:00: an example that the agency replaces.
    package static let usualWeek: [[DaySpan]] =
        Array(repeating: [540..<1020], count: 5) + [[], []]

    /// The open hours of a date.
    func spans(on date: CivilDate) -> [DaySpan] {
        guard !holidays.contains(date) else { return [] }
        let day = date.daysSinceEpoch - Week.mondayDays(of: date)
        return week.indices.contains(day) ? week[day] : []
    }
}

/// Open hours within one day, in minutes of local time since its midnight, not empty: `540..<1020` from
/// 0 to 1440.
package typealias DaySpan = Range<Int>

/// The time that counts towards a deadline: all of it, or the open hours of a calendar.
///
/// The only function that pauses and deadlines are computed with.
package struct CountedTime: Sendable {
    /// The calendar with its zone; nil: every moment counts.
    private let business: (calendar: BusinessCalendar, zone: any CivilZone)?

    /// Every moment counts.
    package static let real = CountedTime(business: nil)

    private init(business: (BusinessCalendar, any CivilZone)?) { self.business = business }

    /// The open hours of a calendar count.
    package init(_ calendar: BusinessCalendar, in zone: any CivilZone) {
        business = (calendar, zone)
    }

    /// Whether only business hours count.
    package var isBusiness: Bool { business != nil }

    /// How many milliseconds of a time count; 0 where it ends before it begins.
    package func milliseconds(from: Instant, to: Instant) -> Int64 {
        guard from < to else { return 0 }
        guard let business else { return to.milliseconds(since: from) }
        var sum: Int64 = 0
        let first = business.zone.date(at: from)
        let days = business.zone.date(at: to).daysSinceEpoch - first.daysSinceEpoch
        for day in 0...max(days, 0) {
            let spans = spans(on: first.advanced(byDays: day), business)
            for (opens, closes) in spans where opens < to && from < closes {
                sum += min(closes, to).milliseconds(since: max(opens, from))
            }
        }
        return sum
    }

    /// The first instant by which so many milliseconds have counted; nil where that is more than
    /// `daysMax` ahead.
    package func instant(after milliseconds: Int64, from: Instant) -> Instant? {
        guard milliseconds > 0 else { return from }
        guard let business else { return from.advanced(byMilliseconds: milliseconds) }
        var left = milliseconds
        let first = business.zone.date(at: from)
        for day in 0...Self.daysMax {
            let spans = spans(on: first.advanced(byDays: day), business)
            for (opens, closes) in spans where from < closes {
                let begins = max(opens, from)
                let length = closes.milliseconds(since: begins)
                if length >= left { return begins.advanced(byMilliseconds: left) }
                left -= length
            }
        }
        return nil
    }

    /// How far ahead open hours are looked for, in days: ten years.
    package static let daysMax = 3660

    /// The open hours of a date as instants. A clock change shortens or lengthens those that it falls
    /// into, and leaves none of those that it skips.
    private func spans(
        on date: CivilDate, _ business: (calendar: BusinessCalendar, zone: any CivilZone)
    ) -> [(opens: Instant, closes: Instant)] {
        business.calendar.spans(on: date).compactMap { span in
            let opens = business.zone.instant(ofMinute: span.lowerBound, on: date)
            let closes = business.zone.instant(ofMinute: span.upperBound, on: date)
            return opens < closes ? (opens, closes) : nil
        }
    }
}
