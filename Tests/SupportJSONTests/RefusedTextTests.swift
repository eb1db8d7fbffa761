import SupportJSON
import Testing

/// Texts that are not strict JSON, with the rule they break and the byte where.
@Suite struct RefusedTextTests {
    @Test(
        arguments: [
            ("", .empty, 0),
            (" \n\t\r", .empty, 4),
            ("{", .unfinished, 1),
            ("[", .unfinished, 1),
            ("[1", .unfinished, 2),
            ("[1,", .unfinished, 3),
            (#"{"a""#, .unfinished, 4),
            (#"{"a":"#, .unfinished, 5),
            (#"{"a":1"#, .unfinished, 6),
            (#"{"a":1,"#, .unfinished, 7),
            (#"""#, .unfinished, 1),
            (#""abcdefghijkl"#, .unfinished, 13),
            (#""\"#, .unfinished, 2),
            (#""\u12"#, .unfinished, 5),
            ("tru", .unfinished, 3),
            ("-", .unfinished, 1),
            ("1.", .unfinished, 2),
            ("1e+", .unfinished, 3),
            ("1 2", .trailingBytes, 2),
            ("{}x", .trailingBytes, 2),
            ("nullx", .trailingBytes, 4),
            ("[1]]", .trailingBytes, 3),
            ("01", .badNumber, 0),
            ("-012", .badNumber, 1),
            ("[1.]", .badNumber, 3),
            ("[1ex]", .badNumber, 3),
            ("[-]", .badNumber, 2),
            ("[.5]", .unexpectedByte, 1),
            ("+1", .unexpectedByte, 0),
            ("NaN", .unexpectedByte, 0),
            ("Infinity", .unexpectedByte, 0),
            ("-Infinity", .badNumber, 1),
            ("0x10", .trailingBytes, 1),
            ("nul1", .unexpectedByte, 3),
            ("True", .unexpectedByte, 0),
            ("'a'", .unexpectedByte, 0),
            ("[1,]", .unexpectedByte, 3),
            ("[,1]", .unexpectedByte, 1),
            ("[1 2]", .unexpectedByte, 3),
            ("[1}", .unexpectedByte, 2),
            (#"{"a":1]"#, .unexpectedByte, 6),
            (#"{"a":1,}"#, .unexpectedByte, 7),
            (#"{"a" 1}"#, .unexpectedByte, 5),
            (#"{a:1}"#, .unexpectedByte, 1),
            (#"{1:1}"#, .unexpectedByte, 1),
            ("/* */1", .unexpectedByte, 0),
            ("\u{FEFF}1", .unexpectedByte, 0),
            ("[1]\u{0}", .trailingBytes, 3),
            ("\"a\u{1F}\"", .controlCharacter, 2),
            ("\"abcdefghi\n\"", .controlCharacter, 10),
            (#""\x""#, .badEscape, 1),
            (#""ab\U0041""#, .badEscape, 3),
            (#""\u00g0""#, .badEscape, 1),
            (#""\u+123""#, .badEscape, 1),
            (#""\ud800""#, .loneSurrogate, 1),
            (#""a\ud800\n""#, .loneSurrogate, 2),
            (#""\ud800\ud800""#, .loneSurrogate, 1),
            (#""\udc00\ud800""#, .loneSurrogate, 1),
        ] as [(String, JSONFault.Kind, Int)])
    func text(_ text: String, _ kind: JSONFault.Kind, _ offset: Int) {
        #expect(fault(text) == JSONFault(kind, at: offset))
    }

    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
            [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xED, 0xA0, 0x80],
            [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
        ] as [[UInt8]])
    func notUTF8(_ sequence: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        #expect(fault([quote, 97] + sequence + [quote]) == JSONFault(.invalidUTF8, at: 2))
        #expect(fault([quote, 97] + sequence) == JSONFault(.invalidUTF8, at: 2))
        #expect(fault(sequence)?.kind == .unexpectedByte)
        let name = [UInt8(ascii: "{"), quote] + sequence + Array("\":1}".utf8)
        #expect(fault(name) == JSONFault(.invalidUTF8, at: 2))
    }

    @Test func atTheGivenSizeAndOnePast() throws {
        let bytes = Array("[12]".utf8)
        #expect(try JSONDocument(bytes, bytesMax: 4).root.isArray)
        #expect(throws: JSONFault(.tooLong, at: 3)) { try JSONDocument(bytes, bytesMax: 3) }
    }

    @Test func theMessageSaysWhere() {
        #expect(fault("[1,]")?.message == "unexpected character at byte 3")
    }

    @Test(
        arguments: [
            #"{"a":1,"a":2}"#, #"{"b":0,"a":{},"a":[]}"#, #"{"a":1,"\u0061":2}"#,
            #"{"\u0061":1,"a":2}"#, #"{"\u0061":1,"\u0061":2}"#, #"{"":1,"":2}"#,
            #"[{"x":{"é":1,"\u00e9":2}}]"#, #"{"😀":1,"\ud83d\ude00":2}"#, #"{"\"":1,"\"":2}"#,
        ])
    func duplicateMember(_ text: String) {
        #expect(fault(text)?.kind == .duplicateMember)
    }

    @Test func aDuplicateIsNamedByItsSecondPlace() {
        #expect(fault(#"{"a":1,"b":2,"a":3,"b":4}"#) == JSONFault(.duplicateMember, at: 13))
    }

    @Test func similarNamesAreNoDuplicates() {
        #expect(fault(#"{"a":{"a":{"a":1}},"A":1,"a ":2,"":3,"\\u0061":4}"#) == nil)
    }

    /// Composed and decomposed é are equal as `String`s, but not the same name.
    @Test func namesAreComparedByTheirScalars() {
        #expect(fault("{\"\u{E9}\":1,\"e\u{301}\":2}") == nil)
    }
}
