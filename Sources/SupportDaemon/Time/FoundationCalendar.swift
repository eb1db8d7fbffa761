import Foundation
package import SupportModel
import Synchronization

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
