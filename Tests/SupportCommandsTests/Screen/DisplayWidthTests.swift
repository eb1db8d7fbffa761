import SupportCommands
import Testing

struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("Grüße", 5), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("🚒", 2),
        ("👩‍🔧", 2), ("❤️", 2), ("ｱ", 1), ("Ａ", 2), ("✅", 2), ("⌚", 2), ("🇩🇪", 2), ("☎", 1),
    ])
    func columnsAreThoseOfATerminal(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }
}
