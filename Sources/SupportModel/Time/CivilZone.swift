/// One time zone's rules, as far as billing needs them.
package protocol CivilZone: Sendable {
    /// The first instant of a date: local midnight, or where a clock change skips it, the instant
    /// after the gap.
    func startOfDay(_ date: CivilDate) -> Instant
    /// The date on the wall at an instant.
    func date(at instant: Instant) -> CivilDate
}

extension CivilZone {
    /// The first instant after another one at which a Monday begins: a week of R9.
    package func nextMonday(after now: Instant) -> Instant {
        var week = Week(containing: date(at: now)).next
        // Where a clock change repeats the end of a Sunday, the Monday may have begun before.
        while startOfDay(week.monday) <= now, week < week.next { week = week.next }
        return startOfDay(week.monday)
    }
}
