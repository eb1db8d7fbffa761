import Foundation
import SupportModel
import SupportTestKit
import Testing

struct WeekTests {
    @Test(arguments: [
        ("2026-11-23" as CivilDate, "2026-11-23" as CivilDate, "2026-W48"),
        ("2026-11-29", "2026-11-23", "2026-W48"), ("2026-11-30", "2026-11-30", "2026-W49"),
        // 2020 and 2026 have 53 weeks; the week belongs to the year of its Thursday.
        ("2020-12-31", "2020-12-28", "2020-W53"), ("2021-01-03", "2020-12-28", "2020-W53"),
        ("2021-01-04", "2021-01-04", "2021-W01"), ("2026-12-28", "2026-12-28", "2026-W53"),
        ("2027-01-01", "2026-12-28", "2026-W53"), ("2027-01-04", "2027-01-04", "2027-W01"),
        ("2024-12-30", "2024-12-30", "2025-W01"), ("1970-01-01", "1969-12-29", "1970-W01"),
        ("1969-12-28", "1969-12-22", "1969-W52"),
    ])
    func aDateHasItsWeek(date: CivilDate, monday: CivilDate, text: String) {
        let week = Week(containing: date)
        #expect(week.monday == monday)
        #expect(week.description == text)
    }

    @Test func weeksAgreeWithFoundation() {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        for days in 18_000..<22_000 {
            let moment = Date(timeIntervalSince1970: Double(days) * 86_400)
            let parts = calendar.dateComponents([.weekOfYear, .yearForWeekOfYear], from: moment)
            let number = parts.weekOfYear ?? 0
            let text = "\(parts.yearForWeekOfYear ?? 0)-W\(number < 10 ? "0" : "")\(number)"
            #expect(Week(containing: CivilDate(daysSinceEpoch: days)).description == text)
        }
    }

    @Test func theNextWeekIsSevenDaysLater() {
        let week = Week(containing: "2026-12-31")
        #expect(week.next.monday == "2027-01-04")
        #expect(week < week.next)
        #expect(!(week < week))
    }

    @Test(arguments: [
        ("2026-W48", "2026-11-23" as CivilDate), ("2026-W01", "2025-12-29"),
        ("2026-w48", "2026-11-23"), ("2020-W53", "2020-12-28"), ("2026-W53", "2026-12-28"),
        ("2025-W01", "2024-12-30"), ("0000-W01", "0000-01-03"), ("9999-W52", "9999-12-27"),
    ])
    func aTextIsAWeek(text: String, monday: CivilDate) throws {
        let week = try #require(Week(text))
        #expect(week.monday == monday)
        #expect(week.description == text.uppercased())
    }

    @Test(arguments: [
        "2026-W00", "2026-W54", "2026-W99", "2025-W53", "2024-W53", "2027-W53", "9999-W53", "",
        "2026-48", "2026W48", "26-W48", "2026-W4", "2026-W048", "2026-W48 ", " 2026-W48",
        "2026-W4x", "-026-W48", "2026-W-1", "2026-W48-1", "2026-11-23", "W48",
    ])
    func aTextIsNoWeek(text: String) {
        #expect(Week(text) == nil)
    }

    @Test func everyWeekReadsBack() {
        for days in stride(from: -30_000, to: 60_000, by: 7) {
            let week = Week(containing: CivilDate(daysSinceEpoch: days))
            #expect(Week(week.description) == week)
        }
    }
}
