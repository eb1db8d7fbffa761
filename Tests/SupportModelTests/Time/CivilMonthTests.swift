import SupportModel
import SupportTestKit
import Testing

/// Months of the calendar, by which work on demand is billed.
struct CivilMonthTests {
    @Test func aMonthHasItsDaysAndANext() {
        let month = CivilMonth(containing: "2028-02-29")
        #expect(month.description == "2028-02")
        #expect((month.first, month.last) == ("2028-02-01", "2028-02-29"))
        #expect(month.contains("2028-02-01") && !month.contains("2028-03-01"))
        #expect(CivilMonth(containing: "2026-12-31").next.description == "2027-01")
        #expect(month < month.next)
    }

    @Test(arguments: ["2026-13", "2026-1", "2026", "2026-10-05", "", "2026-10 "])
    func whatIsNoMonthIsRefused(text: String) { #expect(CivilMonth(text) == nil) }
}
