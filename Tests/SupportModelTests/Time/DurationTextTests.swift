import SupportModel
import Testing

struct DurationTextTests {
    @Test(arguments: [
        ("500ms", 500), ("30s", 30_000), ("5m", 300_000), ("1h", 3_600_000), ("1d", 86_400_000),
        ("1d12h", 129_600_000), ("1h30m5s250ms", 5_405_250), ("0s", 0), ("1h90m", 9_000_000),
        ("999999999d", 86_399_999_913_600_000),
    ])
    func isRead(text: String, milliseconds: Int) {
        #expect(DurationText.milliseconds(text) == milliseconds)
    }

    @Test(arguments: [
        "", "5", "s", "5x", "5s5s", "5s1h", "-5s", "5 s", "1.5h", "9999999999s", "٣s", "5S",
        "1h 5m",
    ])
    func isRefused(text: String) {
        #expect(DurationText.milliseconds(text) == nil)
    }

    @Test(arguments: [
        (0, "0s"), (1, "1ms"), (2500, "2s500ms"), (60_000, "1m"), (129_600_000, "1d12h"),
        (-5, "0s"),
    ])
    func isWritten(milliseconds: Int64, text: String) {
        #expect(DurationText.text(milliseconds: milliseconds) == text)
    }

    @Test(arguments: [
        (0 as Int64, "0s"), (999, "0s"), (42_000, "42s"), (60_000, "1m"), (61_000, "1m1s"),
        (725_000, "12m5s"),
        (3_600_000, "1h"), (3_659_999, "1h"), (11_220_000, "3h7m"), (86_400_000, "1d"),
        (86_460_000, "1d"), (187_200_000, "2d4h"), (-5, "0s"),
    ])
    func aLengthHasTwoUnitsAtMost(milliseconds: Int64, text: String) {
        #expect(DurationText.length(milliseconds: milliseconds) == text)
    }

    @Test(
        "a rough length has one unit, hours up to two days",
        arguments: [
            (0, "0 s"), (999, "0 s"), (59_999, "59 s"), (60_000, "1 min"), (3_599_999, "59 min"),
            (3_600_000, "1 h"), (172_799_999, "47 h"), (172_800_000, "2 d"),
            (2_426_400_000, "28 d"), (-5, "0 s"), (.max, "106751991167 d"),
        ] as [(Int64, String)])
    func roughLength(milliseconds: Int64, text: String) {
        #expect(DurationText.rough(milliseconds: milliseconds) == text)
    }

    @Test(
        arguments: [
            (7_200_000, "2 h ago"), (1000, "1 s ago"), (999, "now"), (0, "now"), (-999, "now"),
            (-1000, "in 1 s"), (-259_200_000, "in 3 d"),
        ] as [(Int64, String)])
    func aDistanceHasASide(milliseconds: Int64, text: String) {
        let at: Instant = "2026-11-23T18:00:00Z"
        #expect(
            DurationText.distance(of: at, from: at.advanced(byMilliseconds: milliseconds)) == text)
    }
}
