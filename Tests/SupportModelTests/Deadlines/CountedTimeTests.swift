import SupportModel
import SupportTestKit
import Testing

/// The one function that pauses and deadlines are computed with.
struct CountedTimeTests {
    private static let calendars = [
        BusinessCalendar(name: "office", zone: "Europe/Kyiv"),
        BusinessCalendar(
            name: "siesta", zone: "America/New_York",
            week: Array(
                repeating: [0..<150, 1200..<1440], count: 7),
            holidays: ["2026-03-08", "2026-11-02"]),
        BusinessCalendar(
            name: "night", zone: "Europe/Berlin",
            week: Array(repeating: [], count: 6) + [[90..<210]]),
    ]

    private static func time(_ calendar: BusinessCalendar) throws -> CountedTime {
        let zone = try #require(calendar.zone)
        return CountedTime(calendar, in: try #require(TestCalendar().zone(named: zone)))
    }

    /// Whether business is open in the minute that begins at an instant, asked in the most direct way.
    private static func isOpen(_ calendar: BusinessCalendar, at instant: Instant) throws -> Bool {
        let name = try #require(calendar.zone)
        let zone = try #require(TestCalendar().zone(named: name))
        let date = zone.date(at: instant)
        guard !calendar.holidays.contains(date) else { return false }
        let weekday = ((date.daysSinceEpoch + 3) % 7 + 7) % 7
        return calendar.week[weekday].contains { span in
            zone.instant(ofMinute: span.lowerBound, on: date) <= instant
                && instant < zone.instant(ofMinute: span.upperBound, on: date)
        }
    }

    @Test("elapsed time and deadlines agree with a count minute by minute", arguments: 0..<3)
    func reference(index: Int) throws {
        let calendar = Self.calendars[index]
        let time = try Self.time(calendar)
        // Both changes of the clock, and the days around them.
        let starts: [Instant] = [
            "2026-03-06T20:17:00Z", "2026-03-28T12:00:00Z", "2026-10-24T09:31:00Z",
            "2026-10-31T23:00:00Z",
        ]
        for start in starts {
            var (open, now) = (0, start)
            for _ in 0..<(4 * 1440) {
                #expect(
                    time.milliseconds(from: start, to: now) == Int64(open) * 60_000,
                    "\(calendar.name) from \(start) to \(now)")
                if try Self.isOpen(calendar, at: now) {
                    open += 1
                    let end = now.advanced(byMilliseconds: 60_000)
                    #expect(time.instant(after: Int64(open) * 60_000, from: start) == end)
                }
                now = now.advanced(byMilliseconds: 60_000)
            }
            #expect(open > 0, "the test looked at open hours")
        }
    }

    @Test func realTimeCountsDayAndNight() {
        let start: Instant = "2026-10-24T23:00:00Z"
        #expect(
            CountedTime.real.milliseconds(from: start, to: "2026-10-25T05:00:00Z") == 21_600_000)
        #expect(CountedTime.real.instant(after: 21_600_000, from: start) == "2026-10-25T05:00:00Z")
        #expect(CountedTime.real.milliseconds(from: start, to: "2026-10-24T05:00:00Z") == 0)
        #expect(CountedTime.real.instant(after: 0, from: start) == start)
    }

    @Test func aCalendarThatIsNeverOpenHasNoDeadline() throws {
        let closed = BusinessCalendar(
            name: "closed", zone: "UTC", week: Array(repeating: [], count: 7))
        let time = try Self.time(closed)
        #expect(time.instant(after: 1, from: "2026-10-05T09:00:00Z") == nil)
        #expect(time.milliseconds(from: "2026-10-05T09:00:00Z", to: "2027-10-05T09:00:00Z") == 0)
    }
}
