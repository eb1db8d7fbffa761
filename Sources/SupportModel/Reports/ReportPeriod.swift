/// The days that a report is about, both ends included. A day is one of each client's own zone.
package struct ReportPeriod: Hashable, Sendable, Codable {
    package var from: CivilDate
    package var to: CivilDate

    package init(from: CivilDate, to: CivilDate) {
        (self.from, self.to) = (from, to)
    }

    /// Every day of a month.
    package init(_ month: CivilMonth) {
        (from, to) = (month.first, month.last)
    }

    /// Whether a day lies in it.
    package func contains(_ day: CivilDate) -> Bool { from <= day && day <= to }

    /// How many days it has.
    package var dayCount: Int { to.daysSinceEpoch - from.daysSinceEpoch + 1 }

    /// Its parts for the course of figures: days up to `Limits.reportDaysByDayMax` days, weeks up to
    /// `Limits.reportDaysByWeekMax`, and months beyond. The first and the last are cut where the
    /// period begins and ends, and none goes beyond `last`.
    package func parts(until last: CivilDate) -> [ReportPeriod] {
        var parts: [ReportPeriod] = []
        let limit = min(to, last)
        var first = from
        while first <= limit {
            let end = min(lastDay(ofPartWith: first), limit)
            parts.append(ReportPeriod(from: first, to: end))
            // The last day of the calendar has none after it.
            guard end < limit else { break }
            first = end.advanced(byDays: 1)
        }
        return parts
    }

    private func lastDay(ofPartWith day: CivilDate) -> CivilDate {
        switch dayCount {
        case ...Limits.reportDaysByDayMax: day
        case ...Limits.reportDaysByWeekMax: Week(containing: day).monday.advanced(byDays: 6)
        default: CivilMonth(containing: day).last
        }
    }
}

/// The days of clients in their own zones, as reports count them.
struct ReportDays {
    private let calendar: any CivilCalendar
    private var zones: [ZoneName: any CivilZone] = [:]

    /// For the zones of a calendar; one that the host does not have counts like UTC.
    init(_ calendar: any CivilCalendar) { self.calendar = calendar }

    /// The date at an instant in a zone.
    mutating func date(at instant: Instant, in name: ZoneName) -> CivilDate {
        if let zone = zones[name] { return zone.date(at: instant) }
        let zone = calendar.zone(named: name) ?? UTC()
        zones[name] = zone
        return zone.date(at: instant)
    }

    /// The zone that stands in for one that is not known.
    private struct UTC: CivilZone {
        func date(at instant: Instant) -> CivilDate {
            CivilDate(
                daysSinceEpoch: Int(
                    instant.millisecondsSinceEpoch.flooredDivision(
                        by: Instant.millisecondsPerDay)))
        }

        func instant(ofMinute minute: Int, on date: CivilDate) -> Instant {
            Instant(
                clamping: Int64(date.daysSinceEpoch) * Instant.millisecondsPerDay
                    + Int64(minute) * 60_000)
        }
    }
}

extension State {
    /// Today where clients are: the first and the last of the dates that their zones show, of all
    /// clients that are not archived or of one. Without a client those of UTC.
    package func todays(
        of client: Name<Client>?, at now: Instant, _ calendar: any CivilCalendar
    ) -> (first: CivilDate, last: CivilDate) {
        var days = ReportDays(calendar)
        let known = client.map { [clients[$0]].compactMap(\.self) } ?? present
        let zones = known.isEmpty ? [.utc] : Set(known.map(\.zone))
        let dates = zones.map { days.date(at: believed(now), in: $0) }
        return (dates.min() ?? .first, dates.max() ?? .first)
    }

    /// The zone that all clients have that are not archived, or the one that is named; nil where
    /// they differ.
    package func commonZone(of client: Name<Client>?) -> ZoneName? {
        if let client { return clients[client]?.zone }
        let zones = Set(present.map(\.zone))
        return zones.count == 1 ? zones.first : nil
    }

    /// The clients that are not archived; all where all are.
    private var present: [Client] {
        let present = clients.values.filter { !$0.archived }
        return present.isEmpty ? Array(clients.values) : present
    }
}

extension CivilDate {
    /// 1970-01-01.
    fileprivate static let first = CivilDate(daysSinceEpoch: 0)
}
