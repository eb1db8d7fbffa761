import Foundation
package import SupportModel
import Synchronization

/// One zone of the tz database: dates from instants, and the first instant of a date.
///
/// Computed from the zone's offset alone, at 44 ns an offset; Foundation's calendar arithmetic
/// takes many times as long and has its own rule for a missing midnight.
final class FoundationZone: CivilZone {
    private let rules: TimeZone
    /// What was computed last, by local seconds since 1970: deadlines ask for the same office hours with
    /// every ticket, and each answer takes up to 38 lookups in the zone data.
    private let known = Mutex<[Int: Instant]>([:])
    /// How many answers are kept before they are all dropped: four hours a day of some two years.
    private static let knownCountMax = 4096

    /// More than any offset from UTC: the largest was Manila's, 15:56 behind before 1845.
    private static let reachSeconds = 18 * 3600
    /// Short enough that no zone changes its offset twice in it.
    private static let stepSeconds = 2 * 3600
    private static let daySeconds = 86_400

    init(_ rules: TimeZone) {
        self.rules = rules
    }

    func date(at instant: Instant) -> CivilDate {
        let seconds = Self.floor(Int(instant.millisecondsSinceEpoch), by: 1000)
        return CivilDate(
            daysSinceEpoch: Self.floor(seconds + offset(at: seconds), by: Self.daySeconds))
    }

    /// The first instant at which local time is that minute of the date or later.
    ///
    /// Where the minute is skipped, that is the end of the gap, also where a whole day is skipped;
    /// where it occurs twice, it is the first.
    func instant(ofMinute minute: Int, on date: CivilDate) -> Instant {
        let wall = date.daysSinceEpoch * Self.daySeconds + minute * 60
        if let instant = known.withLock({ $0[wall] }) { return instant }
        let instant = instant(ofWall: wall)
        known.withLock { known in
            if known.count >= Self.knownCountMax { known = [:] }
            known[wall] = instant
        }
        return instant
    }

    /// - Parameter wall: local seconds since 1970, as a clock on the wall would count them.
    private func instant(ofWall wall: Int) -> Instant {
        let reach = Self.reachSeconds
        for start in stride(from: wall - reach, to: wall + reach, by: Self.stepSeconds) {
            if let seconds = firstReaching(wall, from: start, to: start + Self.stepSeconds) {
                return Instant(clamping: Int64(seconds) * 1000)
            }
        }
        return Instant(clamping: Int64(wall - offset(at: wall)) * 1000)
    }

    /// The first second of a step at which local time is `wall` or later; nil for none.
    private func firstReaching(_ wall: Int, from start: Int, to end: Int) -> Int? {
        let (before, after) = (offset(at: start), offset(at: end))
        let change = before == after ? end : firstSecond(without: before, from: start, to: end)
        if wall - before < change { return max(start, wall - before) }
        let reached = max(change, wall - after)
        return reached <= end && before != after ? reached : nil
    }

    /// The first second at which an offset no longer holds that holds at `start` and not at `end`.
    private func firstSecond(without offset: Int, from start: Int, to end: Int) -> Int {
        var (last, first) = (start, end)
        while first - last > 1 {
            let middle = last + (first - last) / 2
            if self.offset(at: middle) == offset { last = middle } else { first = middle }
        }
        return first
    }

    /// The offset from UTC, in seconds, positive to the east.
    private func offset(at seconds: Int) -> Int {
        rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }

    /// Division that rounds down, as times before 1970 require.
    private static func floor(_ value: Int, by divisor: Int) -> Int {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}

/// The zones of the tz database, as Foundation provides them.
///
/// A zone is identified by its name in the database, such as `Europe/Kyiv` or `Etc/GMT+5`, or by
/// `UTC` or `GMT`. Foundation itself accepts more: abbreviations (`PST`) and offsets (`GMT+5`),
/// which have no summer time or are ambiguous. They are refused here.
package final class FoundationCalendar: CivilCalendar {
    /// The release of the zone data in use, such as `2025b`.
    ///
    /// Logged at the start, to explain where a boundary lies. Reading it also keeps the zone data
    /// in a statically linked program, where every named zone would otherwise be unknown.
    package let zoneData: String

    /// Zones by name. Only names of the database are stored, which bounds its size.
    private let found = Mutex<[ZoneName: FoundationZone]>([:])

    /// A calendar that loads each zone at its first use.
    package init() {
        zoneData = TimeZone.timeZoneDataVersion
        // The library reads its files from the disk with the first zone: not later, on the event
        // loop.
        _ = Self.rules(named: "Europe/Berlin").map(FoundationZone.init)?
            .date(at: Instant(clamping: 0))
    }

    /// The zone of that name; nil when the database does not have it. Each is loaded once.
    package func zone(named name: ZoneName) -> (any CivilZone)? {
        if let zone = found.withLock({ $0[name] }) { return zone }
        guard let rules = Self.rules(named: name.text) else { return nil }
        let zone = FoundationZone(rules)
        found.withLock { $0[name] = zone }
        return zone
    }

    private static func rules(named name: String) -> TimeZone? {
        if name == "UTC" || name == "GMT" { return .gmt }
        // The database's own names are `Area/Place`; a name that Foundation reads as an offset
        // yields another identifier.
        guard name.contains("/"), let rules = TimeZone(identifier: name), rules.identifier == name
        else { return nil }
        return rules
    }
}
