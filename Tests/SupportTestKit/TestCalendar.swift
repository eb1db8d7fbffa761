import Foundation
package import SupportModel

/// Real time zones for tests, out of Foundation's zone data.
package struct TestCalendar: CivilCalendar {
    package init() {}

    package func zone(named name: ZoneName) -> (any CivilZone)? {
        TimeZone(identifier: name.text).map { TestZone(rules: $0) }
    }
}

/// One of Foundation's time zones.
private struct TestZone: CivilZone {
    let rules: TimeZone

    func date(at instant: Instant) -> CivilDate {
        CivilDate(daysSinceEpoch: Int(localSeconds(instant.wholeSeconds).flooredDays))
    }

    /// Finds the first second that shows the minute or a later one: the clock stands east or west of UTC by at most
    /// a day, and is changed at most once in so short a time.
    func instant(ofMinute minute: Int, on date: CivilDate) -> Instant {
        let wall = Int64(date.daysSinceEpoch) * 86_400 + Int64(minute) * 60
        let (early, late) = (wall - 90_000, wall + 90_000)
        let (before, after) = (offset(early), offset(late))
        let change = before == after ? late : firstChange(from: early, to: late)
        let first = wall - before
        let start = first < change ? first : max(change, wall - after)
        return Instant(clamping: start * 1000)
    }

    /// The first second whose offset is not that of `early`.
    private func firstChange(from early: Int64, to late: Int64) -> Int64 {
        let before = offset(early)
        var (low, high) = (early, late)
        while high - low > 1 {
            let middle = (low + high) / 2
            if offset(middle) == before { low = middle } else { high = middle }
        }
        return high
    }

    private func localSeconds(_ seconds: Int64) -> Int64 { seconds + offset(seconds) }

    private func offset(_ seconds: Int64) -> Int64 {
        Int64(rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}

extension Instant {
    fileprivate var wholeSeconds: Int64 {
        let quotient = millisecondsSinceEpoch / 1000
        return millisecondsSinceEpoch % 1000 < 0 ? quotient - 1 : quotient
    }
}

extension Int64 {
    fileprivate var flooredDays: Int64 {
        let quotient = self / 86_400
        return self % 86_400 < 0 ? quotient - 1 : quotient
    }
}
