import SupportCommands
import Testing

struct SpanTextTests {
    @Test(arguments: [
        ("500ms", 500), ("30s", 30_000), ("5m", 300_000), ("1h", 3_600_000), ("1d", 86_400_000),
        ("1d12h", 129_600_000), ("1h30m5s250ms", 5_405_250), ("0s", 0),
        ("999999999d", 86_399_999_913_600_000),
    ])
    func isRead(text: String, milliseconds: Int64) {
        #expect(SpanText.milliseconds(text) == milliseconds)
    }

    @Test(arguments: [
        "", "5", "s", "5x", "5s5s", "5s1h", "-5s", "5 s", "1.5h", "9999999999s", "٣s", "5S",
        "1h 5m",
    ])
    func isRefused(text: String) {
        #expect(SpanText.milliseconds(text) == nil)
    }

    @Test(arguments: [
        (0, "0s"), (1, "1ms"), (2500, "2s500ms"), (60_000, "1m"), (129_600_000, "1d12h"),
        (-5, "0s"),
    ])
    func isWritten(milliseconds: Int64, text: String) {
        #expect(SpanText.text(milliseconds: milliseconds) == text)
    }
}
