import SupportJSON
import Testing

/// Texts that are not strict JSON, with the rule they break and the byte where.
@Suite struct RefusedTextTests {
    @Test(
        arguments: [
            (
                .empty,
                [
                    ("", 0), (" \n\t\r", 4),
                ]
            ),
            (
                .unfinished,
                [
                    ("{", 1), ("[", 1), ("[1", 2), ("[1,", 3), (#"{"a""#, 4), (#"{"a":"#, 5),
                    (#"{"a":1"#, 6), (#"{"a":1,"#, 7), (#"""#, 1), (#""abcdefghijkl"#, 13),
                    (#""\"#, 2), (#""\u12"#, 5), ("tru", 3), ("-", 1), ("1.", 2), ("1e+", 3),
                ]
            ),
            (
                .trailingBytes,
                [
                    ("1 2", 2), ("{}x", 2), ("nullx", 4), ("[1]]", 3), ("0x10", 1),
                    ("[1]\u{0}", 3),
                ]
            ),
            (
                .badNumber,
                [
                    ("01", 0), ("-012", 1), ("[1.]", 3), ("[1ex]", 3), ("[-]", 2),
                    ("-Infinity", 1),
                ]
            ),
            (
                .unexpectedByte,
                [
                    ("[.5]", 1), ("+1", 0), ("NaN", 0), ("Infinity", 0), ("nul1", 3), ("True", 0),
                    ("'a'", 0), ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3), ("[1}", 2),
                    (#"{"a":1]"#, 6), (#"{"a":1,}"#, 7), (#"{"a" 1}"#, 5), (#"{a:1}"#, 1),
                    (#"{1:1}"#, 1), ("/* */1", 0), ("\u{FEFF}1", 0),
                ]
            ),
            (
                .controlCharacter,
                [
                    ("\"a\u{1F}\"", 2), ("\"abcdefghi\n\"", 10),
                ]
            ),
            (
                .badEscape,
                [
                    (#""\x""#, 1), (#""ab\U0041""#, 3), (#""\u00g0""#, 1), (#""\u+123""#, 1),
                ]
            ),
            (
                .loneSurrogate,
                [
                    (#""\ud800""#, 1), (#""a\ud800\n""#, 2), (#""\ud800\ud800""#, 1),
                    (#""\udc00\ud800""#, 1),
                ]
            ),
        ] as [(JSONFault.Kind, [(String, Int)])])
    func texts(_ kind: JSONFault.Kind, _ texts: [(String, Int)]) {
        for (text, offset) in texts {
            #expect(fault(text) == JSONFault(kind, at: offset), "\(text)")
        }
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
