import SupportModel
import SupportTestKit
import Testing

/// Days and weeks that are counted from today.
struct DayReferenceTests {
    /// A Wednesday.
    private static let today: CivilDate = "2026-11-25"

    @Test(
        arguments: [
            ("2026-11-03", "2026-11-03"), ("today", "2026-11-25"), ("yesterday", "2026-11-24"),
            ("-0d", "2026-11-25"), ("-2d", "2026-11-23"), ("-3660d", "2016-11-17"),
            ("wednesday", "2026-11-25"), ("monday", "2026-11-23"), ("tuesday", "2026-11-24"),
            ("thursday", "2026-11-19"), ("friday", "2026-11-20"), ("saturday", "2026-11-21"),
            ("sunday", "2026-11-22"), ("tomorrow", "2026-11-26"), ("+0d", "2026-11-25"),
            ("+2d", "2026-11-27"), ("+3660d", "2036-12-02"),
        ] as [(String, CivilDate)])
    func aDay(text: String, day: CivilDate) throws {
        let reference = try #require(DayReference(text))
        #expect(reference.day(from: Self.today) == day)
        #expect(DayReference(reference.description) == reference)
    }

    @Test(
        "where the future is meant, a day of the week is the next one, today included",
        arguments: [
            ("wednesday", "2026-11-25"), ("thursday", "2026-11-26"), ("sunday", "2026-11-29"),
            ("monday", "2026-11-30"), ("tuesday", "2026-12-01"), ("yesterday", "2026-11-24"),
            ("tomorrow", "2026-11-26"), ("2026-11-03", "2026-11-03"),
        ] as [(String, CivilDate)])
    func aComingDay(text: String, day: CivilDate) throws {
        #expect(try #require(DayReference(text)).day(from: Self.today, isComing: true) == day)
    }

    @Test(
        arguments: [
            ("2026-11-03", "2026-11-02"), ("this", "2026-11-23"), ("next", "2026-11-30"),
        ] as [(String, CivilDate)])
    func aWeek(text: String, monday: CivilDate) throws {
        let reference = try #require(WeekReference(text))
        #expect(reference.week(from: Self.today).monday == monday)
        #expect(reference.description == text)
    }

    @Test(arguments: [
        "", "-", "-d", "-2", "2d", "--2d", "-2w", "-3661d", "-99999d", "Monday", "mon", "+", "+d",
        "+2",
        "+3661d", "++2d", "2d+", "2026-11-31", " today",
    ])
    func isNone(text: String) {
        #expect(DayReference(text) == nil)
        #expect(WeekReference(text) == nil)
    }
}
