import SupportModel
import SupportTestKit
import Testing

/// How a span of work falls into local days: whole minutes, none lost and none made up.
struct WorkSpanTests {
    /// A span, and what its days are to have, such as `2026-11-23 90, 2026-11-24 60`.
    typealias Case = (zone: ZoneName, start: Instant, end: Instant, parts: String)

    static let cases: [Case] = [
        // One day.
        ("UTC", "2026-11-23T09:00:00Z", "2026-11-23T10:30:00Z", "2026-11-23 90"),
        // Seconds: half up to the minute, at least one.
        ("UTC", "2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z", "2026-11-23 1"),
        ("UTC", "2026-11-23T09:00:00Z", "2026-11-23T09:00:29.999Z", "2026-11-23 1"),
        ("UTC", "2026-11-23T09:00:00Z", "2026-11-23T09:01:29.999Z", "2026-11-23 1"),
        ("UTC", "2026-11-23T09:00:00Z", "2026-11-23T09:01:30Z", "2026-11-23 2"),
        // Midnight, which here is also the end of a week: Sunday to Monday.
        (
            "UTC", "2026-11-22T23:00:00Z", "2026-11-23T00:30:00Z", "2026-11-22 60, 2026-11-23 30"
        ),
        ("UTC", "2026-11-22T23:00:00Z", "2026-11-23T00:00:00Z", "2026-11-22 60"),
        ("UTC", "2026-11-23T00:00:00Z", "2026-11-23T01:00:00Z", "2026-11-23 60"),
        // The parts of a minute on both sides of midnight come to the whole.
        (
            "UTC", "2026-11-22T23:58:40Z", "2026-11-23T00:01:40Z", "2026-11-22 1, 2026-11-23 2"
        ),
        ("UTC", "2026-11-22T23:59:40Z", "2026-11-23T00:00:20Z", "2026-11-23 1"),
        ("UTC", "2026-11-22T23:59:29Z", "2026-11-23T00:00:01Z", "2026-11-22 1"),
        // The zone's midnight, not UTC's.
        (
            "Europe/Berlin", "2026-11-23T22:30:00Z", "2026-11-23T23:30:00Z",
            "2026-11-23 30, 2026-11-24 30"
        ),
        // A day of 23 hours, and one of 25.
        (
            "Europe/Berlin", "2026-03-28T22:00:00Z", "2026-03-29T23:00:00Z",
            "2026-03-28 60, 2026-03-29 1380, 2026-03-30 60"
        ),
        (
            "Europe/Berlin", "2026-10-24T21:00:00Z", "2026-10-26T00:00:00Z",
            "2026-10-24 60, 2026-10-25 1500, 2026-10-26 60"
        ),
        // Midnight does not exist: the clock goes from 24:00 to 01:00.
        (
            "America/Sao_Paulo", "2018-11-04T02:00:00Z", "2018-11-04T04:00:00Z",
            "2018-11-03 60, 2018-11-04 60"
        ),
        (
            "Asia/Beirut", "2022-03-26T21:00:00Z", "2022-03-26T23:00:00Z",
            "2022-03-26 60, 2022-03-27 60"
        ),
        // Midnight comes and goes back to 23:00: the day ends with the second time.
        (
            "America/Sao_Paulo", "2018-02-18T01:00:00Z", "2018-02-18T04:00:00Z",
            "2018-02-17 120, 2018-02-18 60"
        ),
        // A minute after midnight the clock goes back to 23:01: the day began with the first time.
        (
            "America/St_Johns", "2010-11-07T03:00:00Z", "2010-11-07T04:00:00Z", "2010-11-07 60"
        ),
        (
            "America/St_Johns", "2010-11-07T02:00:00Z", "2010-11-07T04:00:00Z",
            "2010-11-06 30, 2010-11-07 90"
        ),
        // A day that does not exist at all.
        (
            "Pacific/Apia", "2011-12-30T09:00:00Z", "2011-12-30T11:00:00Z",
            "2011-12-29 60, 2011-12-31 60"
        ),
        // The end before the start has nothing.
        ("UTC", "2026-11-23T09:00:00Z", "2026-11-23T08:59:59Z", ""),
    ]

    @Test(arguments: cases)
    func fallsIntoDays(one: Case) throws {
        let zone = try #require(TestCalendar().zone(named: one.zone))
        let span = WorkSpan(from: one.start, to: one.end, in: zone)
        let parts = span.parts.map { "\($0.date) \($0.minutes.count)" }.joined(separator: ", ")
        #expect(parts == one.parts, "\(one)")
        #expect(span.total.count == span.parts.reduce(0) { $0 + $1.minutes.count })
    }

    private static let zones: [ZoneName] = [
        "UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Apia",
        "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo",
    ]

    @Test("minutes are conserved, days ascend, no day has more than it is long", arguments: zones)
    func minutesAreConserved(name: ZoneName) throws {
        let zone = try #require(TestCalendar().zone(named: name))
        for seed in 1...400 as ClosedRange<UInt64> {
            var random = SeededRandom(seed: seed)
            // From 2005 to 2030, up to four days; every fourth span is short.
            let start = Instant(
                clamping: Int64.random(in: 1_104_537_600_000...1_893_456_000_000, using: &random))
            let longest: Int64 = random.chance(25) ? 120_000 : 345_600_000
            let length = Int64.random(in: 0...longest, using: &random)
            let end = start.advanced(byMilliseconds: length)
            let span = WorkSpan(from: start, to: end, in: zone)
            let whole = max(1, Int((length + 30_000) / 60_000))
            #expect(span.total.count == whole, "seed \(seed)")
            #expect(span.parts.reduce(0) { $0 + $1.minutes.count } == whole, "seed \(seed)")
            #expect(span.parts.allSatisfy { $0.minutes > .zero }, "seed \(seed)")
            let dates = span.parts.map(\.date)
            #expect(zip(dates, dates.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
            for part in span.parts {
                let from = zone.startOfDay(part.date)
                let to = zone.startOfDay(part.date.advanced(byDays: 1))
                let long = Int(to.milliseconds(since: from) / 60_000)
                #expect(part.minutes.count <= long + 1, "seed \(seed), \(part)")
            }
        }
    }
}
