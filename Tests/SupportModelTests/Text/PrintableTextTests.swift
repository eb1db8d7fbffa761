import SupportModel
import Testing

struct PrintableTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("Grüße 日本 👩‍🔧", "Grüße 日本 👩‍🔧"), ("a\u{1B}[31mb", "a\\u{1b}[31mb"),
        ("a\nb\rc\td", "a\\nb\\rc\\td"), ("\u{0}\u{7F}\u{9B}", "\\u{0}\\u{7f}\\u{9b}"),
        ("\u{202E}abc\u{2066}", "\\u{202e}abc\\u{2066}"), ("\u{2028}", "\\u{2028}"),
        ("\u{E0041}", "\\u{e0041}"), ("e\u{301}", "e\u{301}"),
    ])
    func aLineHoldsNothingThatATerminalObeys(text: String, shown: String) {
        #expect(PrintableText.line(text) == shown)
    }

    @Test("in a bounded line a space stands in its place")
    func spaces() {
        #expect(
            PrintableText.line("a\nb\u{1B}[31m\u{2028}c\u{202E}", bytesMax: 64) == "a b [31m c ")
    }

    @Test func theLimitIsKeptToTheByte() {
        let most = String(repeating: "x", count: 64)
        #expect(PrintableText.line(most, bytesMax: 64) == most)
        let cut = PrintableText.line(most + "x", bytesMax: 64)
        #expect(cut.utf8.count == 64 && cut.hasSuffix("x..."))
    }

    @Test func noCharacterIsCutInTwo() {
        let cut = PrintableText.line(String(repeating: "ü", count: 64), bytesMax: 64)
        #expect(cut.utf8.count == 63 && cut.dropLast(3).allSatisfy { $0 == "ü" })
    }

    @Test(arguments: [
        ("a", true, true), ("a\tb\r\nc", false, true), ("\u{1B}", false, false),
        ("\u{7F}", false, false), ("\u{9B}", false, false), ("\u{2028}", false, true),
        ("\u{2029}", false, true), ("\u{202E}é", true, true), ("", true, true),
    ])
    func whatIsKept(text: String, isOneLine: Bool, isLines: Bool) {
        #expect(PrintableText.isOneLine(text) == isOneLine)
        #expect(PrintableText.isLines(text) == isLines)
    }
}
