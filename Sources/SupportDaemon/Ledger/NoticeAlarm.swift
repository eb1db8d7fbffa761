import SupportModel

/// Knows when time alone can next make a notice due, without asking all contracts each time.
struct NoticeAlarm {
    /// Every week that began until then was looked at.
    private(set) var lookedUntil: Instant
    /// When there is something to look at again; nil while no cycle is open.
    private(set) var next: Instant?
    private var zoneCount = 0

    /// Longer than any week of any zone, in milliseconds.
    private static let weekMilliseconds: Int64 = 8 * 86_400_000

    /// - Parameter last: when the desk last did anything; it had looked at all weeks before.
    init(lookedUntil last: Instant) {
        lookedUntil = last
    }

    /// Takes note that everything was looked at until an instant.
    mutating func looked(until now: Instant, _ state: State, _ calendar: any CivilCalendar) {
        lookedUntil = max(lookedUntil, now)
        next = state.nextNoticeTime(after: now, calendar)
        zoneCount = state.zonesOfCycles.count
    }

    /// Looks at the zones again where an open cycle came in another one, or the last one of a zone
    /// closed; and at the clock, where it was set back by weeks.
    mutating func refresh(at now: Instant, _ state: State, _ calendar: any CivilCalendar) {
        if let next, next.milliseconds(since: now) > Self.weekMilliseconds {
            lookedUntil = now
        } else if zoneCount == state.zonesOfCycles.count {
            return
        }
        zoneCount = state.zonesOfCycles.count
        next = state.nextNoticeTime(after: min(now, lookedUntil), calendar)
    }
}
