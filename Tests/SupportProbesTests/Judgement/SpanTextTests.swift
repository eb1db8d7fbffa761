import SupportProbes
import Testing

struct SpanTextTests {
    @Test func spansAreSaidAsPeopleDo() {
        #expect(SpanText.measured(microseconds: 999) == "under 1 ms")
        #expect(SpanText.measured(microseconds: 1000) == "1 ms")
        #expect(SpanText.set(milliseconds: 5000) == "5 s")
        #expect(SpanText.set(milliseconds: 300) == "300 ms")
    }
}
