import SupportJSON
import Testing

/// Reading the values of a document in place.
@Suite struct NavigationTests {
    private func root(_ text: String) throws -> JSONValue { try JSONDocument(text: text).root }

    @Test func membersAndElements() throws {
        let value = try root(#" {"a": [1, "x", null] , "b":{"c":true},"d":false} "#)
        #expect(value.isObject && !value.isArray)
        #expect(value.members.map(\.name) == ["a", "b", "d"])
        let elements = value[member: "a"].map { Array($0.elements) } ?? []
        #expect(elements.map(\.int) == [1, nil, nil])
        #expect(elements.map(\.string) == [nil, "x", nil])
        #expect(elements.map(\.isNull) == [false, false, true])
        #expect(value[member: "b"]?[member: "c"]?.bool == true)
        #expect(value[member: "d"]?.bool == false)
        #expect(value[member: "c"] == nil)
        #expect(value[member: "a"]?[member: "x"] == nil)
    }

    @Test func whatAValueIsNotIsNil() throws {
        let value = try root("[]")
        #expect(value.string == nil && value.int == nil && value.bool == nil)
        #expect(value.double == nil && !value.isNull && !value.isNumber)
        #expect(Array(value.members.map(\.name)).isEmpty)
        #expect(try root("{}").elements.map(\.isNull).isEmpty)
    }

    @Test(
        arguments: [
            (#""""#, ""), (#""a""#, "a"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#""\u0041\u00e9\u20AC\ud83d\ude00""#, "Aé€😀"), (#""é€😀""#, "é€😀"),
            (#""\u0000""#, "\0"), (#""\ufffe\uD7FF\uE000""#, "\u{FFFE}\u{D7FF}\u{E000}"),
            ("\"\u{2028}\u{10FFFF}\u{7F}\"", "\u{2028}\u{10FFFF}\u{7F}"),
        ])
    func strings(_ text: String, _ expected: String) throws {
        #expect(try root(text).string == expected)
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("7", 7), ("-12", -12),
            ("999999999999999999", 999_999_999_999_999_999),
            ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil),
            ("18446744073709551616", nil), ("99999999999999999999999", nil), ("1.0", nil),
            ("1e2", nil),
        ] as [(String, Int?)])
    func integers(_ text: String, _ expected: Int?) throws {
        #expect(try root(text).int == expected)
        #expect(try root(text).isNumber)
    }

    @Test func doubles() throws {
        #expect(try root("-1.5E+2").double == -150)
        #expect(try root("12").double == 12)
        #expect(try root("0.1").double == 0.1)
    }

    @Test func rawBytesAreExactlyTheValue() throws {
        let value = try root(#"{"a" : { "b": [1 ,2.50] } , "s":"x\ny","n":-1e5}"#)
        let raw = value.members.map { String(decoding: $0.value.rawBytes, as: UTF8.self) }
        #expect(raw == [#"{ "b": [1 ,2.50] }"#, #""x\ny""#, "-1e5"])
        #expect(value[member: "s"]?.offset == 32)
    }

    @Test func namesWithEscapesAreFoundByTheirMeaning() throws {
        let value = try root(#"{"a\u0062":1,"é":2}"#)
        #expect(value[member: "ab"]?.int == 1)
        #expect(value[member: "é"]?.int == 2)
        #expect(value.members.map(\.name) == ["ab", "é"])
    }

    @Test func pathsLeadFromTheRoot() throws {
        let value = try root(#"{"x":1,"params":{"lines":[0,{"text":"a"},[5]]}}"#)
        let lines = value[member: "params"]?[member: "lines"]
        let elements = lines.map { Array($0.elements) } ?? []
        #expect(value.path == "")
        #expect(elements.map(\.path) == ["params.lines[0]", "params.lines[1]", "params.lines[2]"])
        #expect(elements[1][member: "text"]?.path == "params.lines[1].text")
        #expect(Array(elements[2].elements).first?.path == "params.lines[2][0]")
    }

    @Test func anyCollectionOfBytesIsRead() throws {
        let text = "xx[1]yy"
        #expect(try JSONDocument(copying: text.utf8.dropFirst(2).dropLast(2)).root.isArray)
        let sum = try Array(text.utf8)[2..<5].withUnsafeBytes { bytes in
            try JSONDocument(copying: bytes).root.elements.reduce(0) { $0 + ($1.int ?? 0) }
        }
        #expect(sum == 1)
    }
}
