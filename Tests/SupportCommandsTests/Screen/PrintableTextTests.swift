import SupportCommands
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

    @Test(arguments: [
        ("", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\r\n", ["a", "b"]),
        ("a\n\nb", ["a", "", "b"]), ("\tx", ["    x"]), ("a\rb", ["a\\rb"]),
        ("\u{1B}c\nz", ["\\u{1b}c", "z"]),
    ])
    func longTextKeepsItsLines(text: String, lines: [String]) {
        #expect(PrintableText.lines(text) == lines)
    }

    @Test func jsonIsEscapedAsJSON() {
        let json = Array(#"{"a":"é\#u{9B}31m\#u{202E}\#u{E0041}\#u{7F}"}"#.utf8)
        let shown = #"{"a":"é\u009b31m\u202e\udb40\udc41\u007f"}"#
        #expect(PrintableText.json(json) == Array(shown.utf8))
        #expect(PrintableText.json(Array("{\"a\":1}\n".utf8)) == Array("{\"a\":1}\n".utf8))
    }
}
