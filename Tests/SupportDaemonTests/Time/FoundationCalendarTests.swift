import Foundation
import SupportDaemon
import SupportModel
import Testing

struct FoundationCalendarTests {
    private let calendar = FoundationCalendar()

    @Test(arguments: [
        // An ordinary day, in winter and in summer.
        ("Europe/Berlin", "2026-11-23", "2026-11-22T23:00:00Z"),
        ("Europe/Berlin", "2026-07-01", "2026-06-30T22:00:00Z"),
        ("UTC", "2026-11-23", "2026-11-23T00:00:00Z"),
        ("GMT", "1969-12-31", "1969-12-31T00:00:00Z"),
        ("Etc/GMT+5", "2026-11-23", "2026-11-23T05:00:00Z"),
        ("Asia/Kolkata", "2026-11-23", "2026-11-22T18:30:00Z"),
        // Clocks change on the day, but not at midnight.
        ("Europe/Kyiv", "2026-03-29", "2026-03-28T22:00:00Z"),
        ("America/New_York", "2026-11-01", "2026-11-01T04:00:00Z"),
        // Midnight is skipped: the day begins at 01:00.
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
        ("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z"),
        ("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z"),
        // Midnight comes twice: the first one counts.
        ("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"),
        // At midnight the clock goes back into the day before, which is then 25 hours long.
        ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"),
        // A minute after midnight it goes back into the day before: the date begins twice.
        ("America/St_Johns", "2006-10-29", "2006-10-29T02:30:00Z"),
        // The day does not exist: the instant after it.
        ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
        ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
        ("Asia/Manila", "1844-12-31", "1844-12-31T15:56:08Z"),
        // Half an hour of summer time, and an offset of 14 hours.
        ("Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30:00Z"),
        ("Pacific/Kiritimati", "2026-01-01", "2025-12-31T10:00:00Z"),
    ])
    func aDateBegins(zone name: String, date: String, begins: String) throws {
        let date = try #require(CivilDate(date))
        #expect(try calendar.required(name).startOfDay(date) == Instant(begins))
    }

    @Test func aDateIsThatOfTheWall() throws {
        let berlin = try calendar.required("Europe/Berlin")
        let midnight = try #require(Instant("2026-11-22T23:00:00Z"))
        #expect(berlin.date(at: midnight) == CivilDate("2026-11-23"))
        #expect(berlin.date(at: midnight.advanced(byMilliseconds: -1)) == CivilDate("2026-11-22"))
        let utc = try calendar.required("UTC")
        let beforeEpoch = try #require(Instant("1969-12-31T23:59:59.999Z"))
        #expect(utc.date(at: beforeEpoch) == CivilDate("1969-12-31"))
    }

    @Test func theEndsOfTimeAreReached() throws {
        for name in ["Pacific/Kiritimati", "America/Los_Angeles"] {
            let zone = try calendar.required(name)
            #expect(zone.date(at: .earliest).year == 0)
            #expect(zone.date(at: .latest).year == 9999)
            let first = try #require(CivilDate("0000-01-01"))
            let last = try #require(CivilDate("9999-12-31"))
            #expect(zone.startOfDay(first) < zone.startOfDay(first.advanced(byDays: 2)))
            #expect(zone.startOfDay(last.advanced(byDays: -1)) < zone.startOfDay(last))
        }
    }

    @Test(arguments: [
        "Mars/Base", "GMT+5", "UTC+3", "GMT0530", "PST", "CEST", "+05", "Z",
        "europe/berlin", "EUROPE/BERLIN", "Europe/Berlin/", "/Europe/Berlin", "posix/Europe/Berlin",
        "Etc/Unknown", "localtime", "x",
    ])
    func whatIsNoZoneIsUnknown(name: String) throws {
        let name = try #require(ZoneName(name))
        #expect(calendar.zone(named: name) == nil)
    }

    @Test func zonesAreFoundFromManyThreads() async throws {
        let names = try ["Europe/Berlin", "Asia/Tokyo", "UTC", "Mars/Base", "America/Havana"]
            .map { try #require(ZoneName($0)) }
        let calendar = calendar
        let found = await withTaskGroup(of: Int.self) { group in
            for turn in 0..<500 {
                group.addTask { calendar.zone(named: names[turn % names.count]) == nil ? 0 : 1 }
            }
            return await group.reduce(0, +)
        }
        #expect(found == 400)
    }

    @Test func theZoneDataHasARelease() {
        #expect(calendar.zoneData.contains { $0.isNumber })
    }
}
