/// When time alone can make a notice due: as each week begins, because what the week before did not
/// use of the weekly limit is gone (R9, R12).
extension Contract {
    /// The Mondays of the open cycle, as instants, after one instant and until another; none while
    /// the contract rests without an end, and none once it was told that hours cannot be used.
    ///
    /// A Monday on which the cycle ends is no longer its own: then its hours have expired.
    package func noticeTimes(
        after last: Instant, until end: Instant, in zone: any CivilZone
    ) -> [Instant] {
        guard let open = account.open, !isHeld, !(account.told ?? []).contains(.unusable) else {
            return []
        }
        var times: [Instant] = []
        var week = Week(containing: max(open.from, zone.date(at: last)))
        while week.monday < open.to {
            let monday = zone.startOfDay(week.monday)
            guard monday <= end else { break }
            if monday > last, monday >= open.start, monday < open.end { times.append(monday) }
            week = week.next
        }
        return times
    }
}

extension State {
    /// The next moment at which time alone can make a notice due: the first Monday that begins in a
    /// zone in which an open cycle counts its weeks; nil without one.
    package func nextNoticeTime(after now: Instant, _ calendar: any CivilCalendar) -> Instant? {
        zonesOfCycles.keys.compactMap { calendar.zone(named: $0)?.nextMonday(after: now) }.min()
    }
}
