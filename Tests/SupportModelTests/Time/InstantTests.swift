import SupportModel
import SupportTestKit
import Testing

struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00.000Z", 0 as Int64),
        ("2026-11-23T18:32:54.000Z", 1_795_458_774_000),
        ("1969-12-31T23:59:59.999Z", -1),
        ("0000-01-01T00:00:00.000Z", -62_167_219_200_000),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ("2000-02-29T12:00:00.007Z", 951_825_600_007),
    ])
    func textAndMillisecondsAreInverse(text: String, milliseconds: Int64) {
        let instant = Instant(clamping: milliseconds)
        #expect(instant.description == text)
        #expect(Instant(text) == instant)
    }

    @Test(arguments: [
        ("2026-11-23T20:32:54+02:00", "2026-11-23T18:32:54.000Z"),
        ("2026-11-23T13:02:54-05:30", "2026-11-23T18:32:54.000Z"),
        ("2026-11-23T18:32:54.1Z", "2026-11-23T18:32:54.100Z"),
        ("2026-11-23T18:32:54.123999999999Z", "2026-11-23T18:32:54.123Z"),
        ("2026-11-23t18:32:54z", "2026-11-23T18:32:54.000Z"),
        ("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00.000Z"),
        ("0000-01-01T00:00:00+01:00", "0000-01-01T00:00:00.000Z"),
    ])
    func otherFormsAreRead(text: String, meant: String) {
        #expect(Instant(text)?.description == meant)
    }

    @Test(arguments: [
        "", "now", "2026-11-23", "2026-11-23T18:32Z", "2026-11-23T18:32:54", "2026-11-23 18:32:54Z",
        "2026-11-23T18:32:54.Z", "2026-11-23T18:32:54,5Z", "2026-11-23T24:00:00Z",
        "2026-11-23T18:60:00Z", "2026-11-23T18:32:60Z", "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-11-23T18:32:54+2:00", "2026-11-23T18:32:54+24:00",
        "2026-11-23T18:32:54+0200", "2026-11-23T18:32:54ZZ", " 2026-11-23T18:32:54Z",
        "2026-11-23T18:32:54Z\n", "２０２６-11-23T18:32:54Z", "-026-11-23T18:32:54Z",
        "12026-11-23T18:32:54Z", "2026-11-23T18:32:54\u{0}Z",
    ])
    func junkIsNot(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func itStaysInsideFourDigitYears() {
        #expect(Instant(clamping: .max) == .latest)
        #expect(Instant(clamping: .min) == .earliest)
        #expect(Instant.latest.advanced(byMilliseconds: .max) == .latest)
        #expect(Instant.earliest.advanced(byMilliseconds: .min) == .earliest)
        #expect(Instant.latest.advanced(byMilliseconds: 1) == .latest)
        #expect(Instant.latest.advanced(byMilliseconds: -1) < .latest)
        #expect(Instant.latest.milliseconds(since: .earliest) == 315_569_519_999_999)
    }
}
