import SupportModel
import SupportProbes
import Testing

struct DetailLineTests {
    @Test func controlCharactersBecomeSpaces() {
        #expect(DetailLine.of("a\nb\u{1b}[31m\u{2028}c\u{202e}") == "a b [31m c ")
    }

    @Test func theLimitIsKeptToTheByte() {
        let most = String(repeating: "x", count: Limits.probeDetailBytesMax)
        #expect(DetailLine.of(most) == most)
        let cut = DetailLine.of(most + "x")
        #expect(cut.utf8.count == Limits.probeDetailBytesMax && cut.hasSuffix("x..."))
    }

    @Test func noCharacterIsCutInTwo() {
        let cut = DetailLine.of(String(repeating: "ü", count: Limits.probeDetailBytesMax))
        #expect(cut.utf8.count <= Limits.probeDetailBytesMax)
        #expect(cut.dropLast(3).allSatisfy { $0 == "ü" })
    }

    @Test func spansAreSaidAsPeopleDo() {
        #expect(SpanText.measured(microseconds: 999) == "under 1 ms")
        #expect(SpanText.measured(microseconds: 1000) == "1 ms")
        #expect(SpanText.set(milliseconds: 5000) == "5 s")
        #expect(SpanText.set(milliseconds: 300) == "300 ms")
    }
}
