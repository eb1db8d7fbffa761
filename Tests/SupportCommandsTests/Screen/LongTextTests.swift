import SupportCommands
import SupportModel
import Testing

struct LongTextTests {
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
