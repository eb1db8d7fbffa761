import SupportTOML
import Testing

/// What is no TOML is a fault at its place, which says what was expected there.
struct TOMLFaultTests {
    @Test(arguments: [
        "", "x", "True", "+true", "Inf", ".5", "+.5", "-", "1.2.3", "192.0.2.1", "30s", "1e5x",
        "_1", "0X1F", "/var", "]", "}", ",", "\n",
    ])
    func noValueAtAll(written: String) {
        #expect(
            TOMLText.read("\na = \(written)") == "2:5: expected a value; a text stands in quotes")
    }

    private static let integers =
        "expected an integer from -9223372036854775808 to 9223372036854775807"
    private static let groups = "expected digits on both sides of each _ in a number"
    private static let parts = "expected digits on both sides of the point and after the e"
    private static let zero = "expected no 0 before the other digits of a number"

    @Test(arguments: [
        ("01", zero), ("-00", zero), ("03.14", zero), ("0_1", zero), ("1__0", groups),
        ("1_", groups), ("1_.0", groups), ("1._0", groups), ("1.0_e3", groups), ("1e_3", groups),
        ("0x_1", groups), ("0b1_", groups), ("1.", parts), ("1.e5", parts), ("1e", parts),
        ("1e+", parts), ("0x", "expected hexadecimal digits after 0x"),
        ("0xG", "expected hexadecimal digits after 0x"),
        ("0o8", "expected digits from 0 to 7 after 0o"),
        ("0b2", "expected digits 0 and 1 after 0b"), ("0b1.0", "expected digits 0 and 1 after 0b"),
        ("+0x1", "expected no sign before 0x"), ("-0b1", "expected no sign before 0b"),
        ("9223372036854775808", integers), ("-9_223_372_036_854_775_809", integers),
        ("0x8000000000000000", integers),
        ("1e309", "expected a number between -1.8e308 and 1.8e308"),
    ])
    func aNumber(written: String, fault: String) {
        #expect(TOMLText.read("\na = \(written)") == "2:5: \(fault)")
        #expect(TOMLText.read("a.b=[ 'ä😀', {b=\(written)}]") == "1:16: \(fault)")
    }

    private static let noValue = "expected a value; a text stands in quotes"
    private static let day = "expected a day that the calendar has"
    private static let offset = "expected an offset from -23:59 to +23:59"
    private static let time = "expected a time from 00:00:00 to 23:59:60"

    @Test(arguments: [
        ("2026-02-29", day), ("2100-02-29", day), ("2026-04-31", day), ("2026-00-01", day),
        ("2026-01-00", day), ("2026-13-01T00:00:00Z", day), ("24:00:00", time), ("00:60:00", time),
        ("2026-01-01T00:00:61Z", time), ("2026-01-01T00:00:00+24:00", offset),
        ("2026-01-01T00:00:00-00:60", offset),
        ("2026-1-01", noValue), ("07:32", noValue), ("7:32:00", noValue),
        ("07:32:00.", noValue), ("07:32:00Z", noValue), ("2026-01-01T", noValue),
        ("2026-01-01X07:32:00", noValue), ("2026-01-01T07:32", noValue),
        ("2026-01-01 1", noValue), ("2026-01-01T00:00:00+1", noValue),
        ("2026-01-01T00:00:00Z1", noValue), ("2026-01-01T00:00:00.5.5", noValue),
    ])
    func aDateOrATime(written: String, fault: String) {
        #expect(TOMLText.read("a =\t\(written)") == "1:5: \(fault)")
    }

    private static let escape =
        #"expected one of b t n f r " \ uXXXX UXXXXXXXX after a \ in a text"#

    @Test(arguments: [
        (#""x"#, "1:5: a text has no end"), ("'x", "1:5: a text has no end"),
        ("\"x\n\"", "1:5: a text has no end"), ("'x\r\n'", "1:5: a text has no end"),
        ("\"x\\", "1:5: a text has no end"), ("\"x\\\n\"", "1:5: a text has no end"),
        ("\"\"\"x\n\"\"", "1:5: a text has no end"), ("'''x\n''", "1:5: a text has no end"),
        ("'''x''''''", "1:14: expected the end of the line"), (#""a\qb""#, "1:7: \(escape)"),
        (#""\x41""#, "1:6: \(escape)"), (#""\e""#, "1:6: \(escape)"), (#""\ ""#, "1:6: \(escape)"),
        ("\"\"\"\n  \\ x\"\"\"", "2:3: \(escape)"),
        (#""\u12""#, "1:6: expected 4 hexadecimal digits after \\u"),
        (#""\U0000041""#, "1:6: expected 8 hexadecimal digits after \\U"),
        (
            #""é\uD800""#,
            "1:7: U+D800 is no character; expected one up to U+10FFFF outside U+D800 to U+DFFF"
        ),
        (
            #""\U00110000""#,
            "1:6: U+00110000 is no character; expected one up to U+10FFFF outside U+D800 to U+DFFF"
        ),
    ])
    func aText(written: String, fault: String) {
        #expect(TOMLText.read("a = \(written)") == fault)
    }

    /// Each control character in each place where it could stand, and where some may.
    @Test func controlCharactersAreWrittenAsEscapes() {
        for code in UInt8(0)...127 where code < 32 && ![9, 10].contains(code) || code == 127 {
            let character = String(Unicode.Scalar(code))
            let hexadecimal = String(code, radix: 16, uppercase: true)
            let name = String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
            for quote in ["\"", "'", "\"\"\"", "'''"] {
                #expect(
                    TOMLText.read("a = \(quote)\(character)\(quote)")
                        == "1:\(5 + quote.count): a text holds the control character U+\(name); "
                        + "expected it as \\u\(name), in a text between \"")
            }
            #expect(
                TOMLText.read("# \(character)")
                    == "1:3: expected no control character in a comment")
            #expect(TOMLText.read("a = 1\(character)") == "1:6: expected the end of the line")
            #expect(TOMLText.read(" \(character)a = 1") == "1:2: expected a key")
            #expect(TOMLText.read("a = [1\(character)]") == "1:7: expected ,")
        }
    }

    @Test(arguments: [
        ("a", "1:2: expected ="), ("a b = 1", "1:3: expected ="), ("a\n= 1", "1:2: expected ="),
        ("= 1", "1:1: expected a key"), (".a = 1", "1:1: expected a key"),
        ("a. = 1", "1:4: expected a key"), ("a..b = 1", "1:3: expected a key"),
        ("é = 1", "1:1: expected a key"), ("'''a''' = 1", "1:1: expected a key on one line"),
        ("a = 1 b = 2", "1:7: expected the end of the line"),
        ("a = 1, b = 2", "1:6: expected the end of the line"),
        ("a = 1\u{A0}", "1:6: expected the end of the line"), ("[a", "1:3: expected ]"),
        ("[a]]", "1:4: expected the end of the line"), ("[[a]", "1:5: expected ]"),
        ("[[a] ]", "1:5: expected ]"), ("[ [a]]", "1:3: expected a key"),
        ("[]", "1:2: expected a key"), ("[a.]", "1:4: expected a key"),
        ("[a] b = 1", "1:5: expected the end of the line"), ("[a\n]", "1:3: expected ]"),
        ("a = [1 2]", "1:8: expected ,"), ("a = [1,\n2", "2:2: expected ,"),
        ("a = [,1]", "1:6: expected a value; a text stands in quotes"),
        ("a = [1,,2]", "1:8: expected a value; a text stands in quotes"),
        ("a = {b=1,}", "1:10: expected a key"), ("a = {,b=1}", "1:6: expected a key"),
        ("a = {b=1\n}", "1:9: expected ,"), ("a = {b=1 # x", "1:10: expected ,"),
        ("a = {b}", "1:7: expected ="), ("a = {b=1", "1:9: expected ,"),
        ("a = {b=1]", "1:9: expected ,"), ("a = 1\n\u{FEFF}b = 2", "2:1: expected a key"),
    ])
    func whatIsAroundValues(text: String, fault: String) {
        #expect(TOMLText.read(text) == fault)
    }

    @Test(
        arguments: [
            ([0xFF], "1:1"), ([0xC3], "1:1"), ([0x23, 0xC3, 0xA9, 0xC3, 0x0A], "1:3"),
            ([0x0A, 0x23, 0xED, 0xA0, 0x80], "2:2"), ([0x23, 0xC0, 0xAF], "1:2"),
            ([0x23, 0xF4, 0x90, 0x80, 0x80], "1:2"), ([0xEF, 0xBB, 0xBF, 0x0A, 0x80], "2:1"),
            ([0xFE, 0xFF, 0x00, 0x61], "1:1"),
        ] as [([UInt8], String)])
    func bytesThatAreNotUTF8(bytes: [UInt8], place: String) {
        do throws(TOMLFault) {
            _ = try TOMLReader.read(bytes)
            Issue.record("taken")
        } catch {
            #expect(TOMLText.shown(error) == "\(place): expected text in UTF-8")
        }
    }
}
