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
    /// Nil: every moment counts.
    private let business: OpenHours?

    /// Every moment counts.
    package static let real = CountedTime(business: nil)

    private init(business: OpenHours?) { self.business = business }

    /// The open hours of a calendar count.
    package init(_ calendar: BusinessCalendar, in zone: any CivilZone) {
        business = OpenHours(calendar, in: zone)
    }

    /// Whether only business hours count.
    package var isBusiness: Bool { business != nil }

    /// How many milliseconds of a time count; 0 where it ends before it begins.
    package func milliseconds(from: Instant, to: Instant) -> Int64 {
        guard from < to else { return 0 }
        guard let business else { return to.milliseconds(since: from) }
        var sum: Int64 = 0
        business.visit(from: from) { opens, closes in
            guard opens < to else { return false }
            sum += min(closes, to).milliseconds(since: opens)
            return true
        }
        return sum
    }

    /// The first instant by which so many milliseconds have counted; nil where that is more than
    /// `daysMax` ahead.
    package func instant(after milliseconds: Int64, from: Instant) -> Instant? {
        instants(after: [milliseconds], from: from)[0]
    }

    /// The same for several such times at once: the open hours are gone through only once.
    func instants(after wanted: [Int64], from: Instant) -> [Instant?] {
        guard let business else { return wanted.map { from.advanced(byMilliseconds: max($0, 0)) } }
        var found: [Instant?] = wanted.map { $0 > 0 ? nil : from }
        var left = found.count { $0 == nil }
        guard left > 0 else { return found }
        var counted: Int64 = 0
        business.visit(from: from) { opens, closes in
            let length = closes.milliseconds(since: opens)
            for place in wanted.indices
            where found[place] == nil && wanted[place] <= counted + length {
                found[place] = opens.advanced(byMilliseconds: wanted[place] - counted)
                left -= 1
            }
            counted += length
            return left > 0
        }
        return found
    }

    /// How far ahead open hours are looked for, in days: ten years.
    package static let daysMax = 3660
}

/// The open hours of a calendar in a zone. A class, so that passing it on costs nothing.
private final class OpenHours: Sendable {
    private let calendar: BusinessCalendar
    private let zone: any CivilZone

    init(_ calendar: BusinessCalendar, in zone: any CivilZone) {
        (self.calendar, self.zone) = (calendar, zone)
    }

    /// Goes through the open hours after an instant in order, the first without what is before it, until
    /// the body says that it is enough, or for `CountedTime.daysMax`. A clock change shortens or lengthens
    /// those that it falls into, and leaves none of those that it skips.
    func visit(from: Instant, _ body: (_ opens: Instant, _ closes: Instant) -> Bool) {
        let first = zone.date(at: from)
        for day in 0...CountedTime.daysMax {
            let date = first.advanced(byDays: day)
            for span in calendar.spans(on: date) {
                let closes = zone.instant(ofMinute: span.upperBound, on: date)
                guard from < closes else { continue }
                let opens = max(zone.instant(ofMinute: span.lowerBound, on: date), from)
                guard opens >= closes || body(opens, closes) else { return }
            }
        }
    }
}
