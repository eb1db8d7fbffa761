import SupportTOML
import Testing

/// Every kind of value, in every way in which it can be written.
struct TOMLValueTests {
    @Test(arguments: [
        (#""""#, ""), ("''", ""), (#""a b#'c""#, "a b#'c"), ("\"a\tb\"", "a\tb"),
        (#""\b\t\n\f\r\"\\""#, "\u{8}\t\n\u{C}\r\"\\"),
        (#""\u0041\u00e9\u00E9\U0001F600\uD7FF\uE000""#, "Aéé😀\u{D7FF}\u{E000}"),
        (#""\u0000\U0010FFFF""#, "\0\u{10FFFF}"), (#"'\n\u0041'"#, #"\n\u0041"#),
        ("'a\t\"'", "a\t\""), ("'Zażółć 😀'", "Zażółć 😀"),
    ])
    func aTextOnOneLine(written: String, meant: String) {
        #expect(TOMLText.read("a = \(written) # no more") == "{a=\(meant.debugDescription)}")
    }

    @Test(arguments: [
        ("%%%%%%", ""), ("%%%a%%%", "a"), ("%%%a%b%%c%%%", "a%b%%c"), ("%%%a%%%%%", "a%%"),
        ("%%%%%%%%", "%%"), ("%%%\na\nb\n%%%", "a\nb\n"), ("%%%\r\na\r\nb%%%", "a\r\nb"),
        ("%%%\n\na%%%", "\na"), ("%%%# = [x]%%%", "# = [x]"),
    ])
    func aTextOnSeveralLines(written: String, meant: String) {
        for quote in ["\"", "'"] {
            let text = "a = \(written.replacing("%", with: quote))"
            let meant = meant.replacing("%", with: quote)
            #expect(TOMLText.read(text) == "{a=\(meant.debugDescription)}")
        }
    }

    @Test(arguments: [
        ("a \\\n  \t\n\r\n b", "a b"), ("a\\  \n", "a"), ("a\\\r\n b", "ab"),
        ("a\\\\\nb", "a\\\nb"), ("\\\"\"\"b", "\"\"\"b"), ("\\u0041\\\n\n\nB", "AB"),
    ])
    func aBackslashInATextOnSeveralLines(written: String, meant: String) {
        let text = "a = \"\"\"\(written)\"\"\"\nb = 1"
        #expect(TOMLText.read(text) == "{a=\(meant.debugDescription),b=1}")
    }

    @Test func aBackslashBetweenSingleQuotesIsOne() {
        #expect(TOMLText.read("a = '''\\\n\\u0041'''") == #"{a="\\\n\\u0041"}"#)
    }

    @Test(arguments: [
        ("0", "0"), ("+0", "0"), ("-0", "0"), ("99", "99"), ("+99", "99"), ("-17", "-17"),
        ("1_000", "1000"), ("5_349_221", "5349221"), ("1_2_3", "123"),
        ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"), ("0xDEADBEEF", "3735928559"),
        ("0xdead_beef", "3735928559"), ("0x00", "0"), ("0o01234567", "342391"),
        ("0o7_5_5", "493"), ("0b1101_0110", "214"), ("0x7fffffffffffffff", "9223372036854775807"),
        ("true", "true"), ("false", "false"),
    ])
    func anIntegerOrABoolean(written: String, meant: String) {
        #expect(TOMLText.read("a=\(written)\n") == "{a=\(meant)}")
    }

    @Test(arguments: [
        ("1.0", "1.0"), ("+1.0", "1.0"), ("-0.01", "-0.01"), ("0.0", "0.0"), ("-0.0", "-0.0"),
        ("5e+22", "5e+22"), ("1e06", "1000000.0"), ("-2E-2", "-0.02"), ("0e0", "0.0"),
        ("6.626e-34", "6.626e-34"), ("224_617.445_991_228", "224617.445991228"),
        ("1_0e1_0", "100000000000.0"), ("1.7976931348623157e308", "1.7976931348623157e+308"),
        ("1e-400", "0.0"), ("inf", "inf"), ("+inf", "inf"), ("-inf", "-inf"), ("nan", "nan"),
        ("+nan", "nan"), ("-nan", "nan"),
    ])
    func aFloat(written: String, meant: String) {
        #expect(TOMLText.read("a = \(written)") == "{a=\(meant)}")
    }

    @Test(arguments: [
        ("1979-05-27T07:32:00Z", "1979-05-27 7:32:0+0ns 0min"),
        ("1979-05-27t07:32:00z", "1979-05-27 7:32:0+0ns 0min"),
        ("1979-05-27 00:32:00-07:00", "1979-05-27 0:32:0+0ns -420min"),
        ("1979-05-27T00:32:00.5+23:59", "1979-05-27 0:32:0+500000000ns 1439min"),
        ("1979-05-27T00:32:00.999999999999-23:59", "1979-05-27 0:32:0+999999999ns -1439min"),
        ("1979-05-27T07:32:00", "1979-05-27 7:32:0+0ns"),
        ("1979-05-27 23:59:60.001", "1979-05-27 23:59:60+1000000ns"),
        ("1979-05-27", "1979-05-27"), ("0000-01-01", "0000-01-01"), ("9999-12-31", "9999-12-31"),
        ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"), ("00:00:00", " 0:0:0+0ns"),
        ("07:32:00.000001", " 7:32:0+1000ns"),
    ])
    func aDateOrATime(written: String, meant: String) {
        #expect(TOMLText.read("a = \(written)#\n") == "{a=\(meant)}")
        #expect(TOMLText.read("a = [ \(written) , ]") == "{a=[\(meant)]}")
        #expect(
            TOMLText.read("a = \(written)", takingMoments: false)
                == "1:5: expected a value; a text stands in quotes")
    }

    @Test(arguments: [
        ("[]", "[]"), ("[ ]", "[]"), ("[\n# none\n]", "[]"), ("[1,2]", "[1,2]"),
        ("[1,2,]", "[1,2]"), ("[ 1 , # one\n\n 'a'\n,\r\n[ true ], ]", "[1,\"a\",[true]]"),
        ("[[],[[]]]", "[[],[[]]]"), ("[{a=1},{}]", "[{a=1},{}]"), ("{}", "{}"), ("{ }", "{}"),
        ("{ b = 1, a = 'x' }", "{a=\"x\",b=1}"), ("{a.b=1,a.c.d=2}", "{a={b=1,c={d=2}}}"),
        ("{a = [\n1,\n2\n]}", "{a=[1,2]}"), ("{\"x y\" = {'' = {}}}", "{x y={={}}}"),
    ])
    func aListOrAnInlineTable(written: String, meant: String) {
        #expect(TOMLText.read("a = \(written)") == "{a=\(meant)}")
    }

    @Test(arguments: [
        ("", "{}"), ("\n\r\n \t# x\n", "{}"), ("\u{FEFF}a=1", "{a=1}"), ("\u{FEFF}", "{}"),
        ("a=1#", "{a=1}"), ("a=1\r\nb=2\r\n", "{a=1,b=2}"), ("1234 = 1\n-_ = 2", "{-_=2,1234=1}"),
        ("1.5 = 1", "{1={5=1}}"), ("true = 1\ninf = 2", "{inf=2,true=1}"),
        ("\"\" = 1", "{=1}"), ("'a.b' = 1", "{a.b=1}"), ("\"\\u0061\\t\" = 1", "{a\t=1}"),
        ("a . \"b\" . 'c' = 1", "{a={b={c=1}}}"), ("# Zażółć 😀\t", "{}"),
    ])
    func whatIsAroundValues(text: String, meant: String) {
        #expect(TOMLText.read(text) == meant)
    }

    /// A letter with an accent and the letter before the accent are equal as `String`.
    @Test func keysAreComparedByTheirBytes() throws {
        let (one, two) = ("\u{E9}", "e\u{301}")
        let table = try TOMLReader.read(Array("'\(one)' = 1\n'\(two)' = 2".utf8))
        #expect(table.keys.count == 2)
        #expect(table[one]?.value.content == .integer(1))
        #expect(table[two]?.value.content == .integer(2))
    }
}
