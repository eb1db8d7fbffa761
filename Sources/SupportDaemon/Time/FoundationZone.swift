import Foundation
package import SupportModel
import Synchronization

/// One zone of the tz database: dates from instants and the first instant of a date.
///
/// Computed from the zone's offset alone, at 44 ns an offset; Foundation's calendar arithmetic takes
/// many times as long and decides for itself what a missing midnight means.
struct FoundationZone: CivilZone {
    private let rules: TimeZone

    /// No place was ever further from UTC than Manila, 15:56 behind before 1845.
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

    /// The first instant at which the wall shows the date's midnight or anything later.
    ///
    /// Where midnight is skipped that is the end of the gap, where a whole day is skipped likewise;
    /// where midnight comes twice it is the first.
    func startOfDay(_ date: CivilDate) -> Instant {
        let midnight = date.daysSinceEpoch * Self.daySeconds
        let reach = Self.reachSeconds
        for start in stride(from: midnight - reach, to: midnight + reach, by: Self.stepSeconds) {
            if let seconds = firstReaching(midnight, from: start, to: start + Self.stepSeconds) {
                return Instant(clamping: Int64(seconds) * 1000)
            }
        }
        return Instant(clamping: Int64(midnight - offset(at: midnight)) * 1000)
    }

    /// The first second of a step at which the wall shows a time or a later one, if it does.
    private func firstReaching(_ wall: Int, from start: Int, to end: Int) -> Int? {
        let (before, after) = (offset(at: start), offset(at: end))
        let change = before == after ? end : firstSecond(without: before, from: start, to: end)
        if wall - before < change { return max(start, wall - before) }
        let reached = max(change, wall - after)
        return reached <= end && before != after ? reached : nil
    }

    /// The second at which an offset ends that holds at the start and no more at the end.
    private func firstSecond(without offset: Int, from start: Int, to end: Int) -> Int {
        var (last, first) = (start, end)
        while first - last > 1 {
            let middle = last + (first - last) / 2
            if self.offset(at: middle) == offset { last = middle } else { first = middle }
        }
        return first
    }

    /// Seconds east of UTC.
    private func offset(at seconds: Int) -> Int {
        rules.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }

    /// Division that rounds toward the past, so that times before 1970 come out right.
    private static func floor(_ value: Int, by divisor: Int) -> Int {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}

/// The zones of the tz database, as Foundation carries them.
///
/// A zone is known by its name in the database, such as `Europe/Kyiv` or `Etc/GMT+5`, or as `UTC` or
/// `GMT`. Foundation itself takes more: abbreviations (`PST`) and offsets (`GMT+5`), which say
/// nothing of summer time or mean different things to different readers. They are not known here.
package final class FoundationCalendar: CivilCalendar {
    /// The release of the zone data in use, such as `2025b`.
    ///
    /// Logged at start for those who wonder about a boundary. Reading it also keeps the zone data in
    /// a statically linked program, where every named zone would otherwise be unknown.
    package let zoneData: String

    /// Found zones by name. Only names of the database get in, which bounds it.
    private let found = Mutex<[ZoneName: FoundationZone]>([:])

    /// A calendar that looks zones up as they are asked for.
    package init() {
        zoneData = TimeZone.timeZoneDataVersion
        // What the library looks for on the disk, it looks for with the first zone: not later, on the
        // event loop.
        _ = Self.rules(named: "Europe/Berlin").map(FoundationZone.init)?
            .date(at: Instant(clamping: 0))
    }

    /// The zone of that name; nil when the database does not have it. Each is read once.
    package func zone(named name: ZoneName) -> (any CivilZone)? {
        if let zone = found.withLock({ $0[name] }) { return zone }
        guard let rules = Self.rules(named: name.text) else { return nil }
        let zone = FoundationZone(rules)
        found.withLock { $0[name] = zone }
        return zone
    }

    private static func rules(named name: String) -> TimeZone? {
        if name == "UTC" || name == "GMT" { return .gmt }
        // The database's own names are `Area/Place`; what Foundation reads as an offset comes back
        // under another name than it was asked for.
        guard name.contains("/"), let rules = TimeZone(identifier: name), rules.identifier == name
        else { return nil }
        return rules
    }
}
