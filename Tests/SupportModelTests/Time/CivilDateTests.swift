import Foundation
import SupportModel
import SupportTestKit
import Testing

struct CivilDateTests {
    private var gregorian: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        return calendar
    }

    @Test func daysAgreeWithFoundationForTwoCenturies() {
        let calendar = gregorian
        for days in stride(from: -36_525, through: 84_000, by: 7) {
            let date = CivilDate(daysSinceEpoch: days)
            let moment = Date(timeIntervalSince1970: Double(days) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: moment)
            #expect(date.year == parts.year && date.month == parts.month && date.day == parts.day)
            #expect(date.daysSinceEpoch == days)
        }
    }

    @Test func monthsAgreeWithFoundation() throws {
        let calendar = gregorian
        for text in ["2027-01-31", "2028-01-31", "2027-12-30", "2028-02-29", "2026-10-15"] {
            let date = try #require(CivilDate(text))
            let moment = Date(timeIntervalSince1970: Double(date.daysSinceEpoch) * 86_400)
            for months in 0...60 {
                let later = try #require(calendar.date(byAdding: .month, value: months, to: moment))
                let days = Int((later.timeIntervalSince1970 / 86_400).rounded())
                #expect(date.advanced(byMonths: months) == CivilDate(daysSinceEpoch: days))
            }
        }
    }

    @Test func everyDayOfEveryMonthExistsAndNoOther() {
        for year in [1900, 2000, 2026, 2028, 2100] {
            for month in -1...14 {
                let last =
                    (1...12).contains(month) ? CivilDate.days(inMonth: month, year: year) : 0
                for day in -1...33 {
                    let exists = CivilDate(year: year, month: month, day: day) != nil
                    #expect(exists == (day >= 1 && day <= last))
                }
            }
        }
        #expect(CivilDate.days(inMonth: 2, year: 1900) == 28)
        #expect(CivilDate.days(inMonth: 2, year: 2000) == 29)
        #expect(CivilDate.days(inMonth: 2, year: 2100) == 28)
    }

    @Test(arguments: ["2026-11-23", "0000-01-01", "9999-12-31", "2028-02-29"])
    func textIsInverse(text: String) {
        #expect(CivilDate(text)?.description == text)
    }

    @Test(arguments: [
        "", "2026-2-3", "26-02-03", "2026-02-29", "2026-00-10", "2026-13-10", "2026-01-00",
        "2026-01-32", "2026/01/02", "2026-01-02T", " 2026-01-02", "2026-01-02 ", "+026-01-02",
        "２０２６-01-02", "2026-01-0x", "20260102",
    ])
    func junkIsNot(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func itStaysInsideFourDigitYears() {
        let (first, last) = ("0000-01-01" as CivilDate, "9999-12-31" as CivilDate)
        #expect(CivilDate(daysSinceEpoch: .max) == last)
        #expect(CivilDate(daysSinceEpoch: .min) == first)
        #expect(last.advanced(byDays: 1) == last)
        #expect(last.advanced(byMonths: 1) == "9999-12-31")
        #expect(first.advanced(byMonths: -1) == first)
        #expect(first.advanced(byDays: 366) == "0001-01-01", "year 0 is a leap year")
    }
}
