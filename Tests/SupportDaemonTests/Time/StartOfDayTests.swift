import Foundation
import SupportDaemon
import SupportModel
import SupportTestKit
import Testing

/// The property that holds for every zone and date: a date begins at the first instant whose date
/// is it, or where the zone skips the date, at the first instant of a later one.
struct StartOfDayTests {
    private static let hour: Int64 = 3_600_000
    /// 1960 to 2034, and the years in which Manila and Juneau changed the side of the date line.
    private static let days = [-45_700 ..< -45_600, -37_400 ..< -37_300, -3700..<23_700].joined()
    private let calendar = FoundationCalendar()

    @Test func everyZoneHasIt() throws {
        let seed = ChosenSeed()
        var random = seed.random
        for identifier in TimeZone.knownTimeZoneIdentifiers {
            let zone = try calendar.required(identifier)
            for _ in 0..<20 {
                let days = Int.random(in: -50_000...30_000, using: &random)
                check(zone, CivilDate(daysSinceEpoch: days), "\(seed): \(identifier)")
            }
        }
    }

    @Test(arguments: [
        "America/Sao_Paulo", "Asia/Beirut", "Africa/Cairo", "America/Havana", "America/St_Johns",
        "Pacific/Apia", "Asia/Manila", "Pacific/Kwajalein", "America/Juneau", "Asia/Gaza",
        "Atlantic/Azores", "Africa/Casablanca", "Asia/Tehran", "Antarctica/Troll", "Europe/Dublin",
    ])
    func everyDayOfADifficultZoneHasIt(name: String) throws {
        let zone = try calendar.required(name)
        for days in Self.days {
            check(zone, CivilDate(daysSinceEpoch: days), name)
        }
    }

    private func check(_ zone: any CivilZone, _ date: CivilDate, _ name: String) {
        let start = zone.startOfDay(date)
        let shown = zone.date(at: start)
        let isSkipped = shown != date
        let before = zone.date(at: start.advanced(byMilliseconds: -1))
        guard before < date, shown >= date else {
            Issue.record("\(name) \(date) begins at \(start), where it is \(before) and \(shown)")
            return
        }
        // Days of 24 hours hold no change of the clock.
        let length = zone.startOfDay(date.advanced(byDays: 1)).milliseconds(since: start)
        if length == 24 * Self.hour { return }
        // The date shows nowhere before its start, nor after it when it is skipped.
        for hours in Int64(1)...36 {
            let earlier = zone.date(at: start.advanced(byMilliseconds: -hours * Self.hour))
            let later = zone.date(at: start.advanced(byMilliseconds: hours * Self.hour))
            guard earlier < date, !isSkipped || later > date else {
                Issue.record("\(name) \(date) begins at \(start), but shows elsewhere too")
                return
            }
        }
    }
}
