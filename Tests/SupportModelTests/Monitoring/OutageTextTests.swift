import SupportModel
import Testing

struct OutageTextTests {
    @Test(arguments: [
        (0 as Int64, "0s"), (999, "0s"), (42_000, "42s"), (60_000, "1m"), (61_000, "1m1s"),
        (725_000, "12m5s"),
        (3_600_000, "1h"), (3_659_999, "1h"), (11_220_000, "3h7m"), (86_400_000, "1d"),
        (187_200_000, "2d4h"), (-5, "0s"),
    ])
    func twoUnitsAtMost(milliseconds: Int64, text: String) {
        #expect(OutageText.text(milliseconds: milliseconds) == text)
    }
}
