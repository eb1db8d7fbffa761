import SupportJSON
import Testing

/// The exact text of values.
@Suite struct EncodingTests {
    struct Sample: Codable, Equatable {
        var zulu = 1
        var alpha: String? = "x"
        var absent: Int?
        var list: [Int?] = [1, nil]
        var empty: [Int] = []
        var flag = true
        var real = 0.1
        var none = Nothing()
    }

    struct Nothing: Codable, Equatable {}

    @Test func aStructInTheOrderOfItsMembers() throws {
        let text =
            #"{"zulu":1,"alpha":"x","list":[1,null],"empty":[],"flag":true,"real":0.1,"none":{}}"#
        #expect(try encoded(Sample()) == text)
        #expect(try decoded(Sample.self, text) == Sample())
    }

    @Test(
        arguments: [
            ("", #""""#), ("a", #""a""#), ("\"\\/", #""\"\\/""#),
            (
                "\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F}\u{7F}",
                #""\u0000\b\t\n\u000b\f\r\u001f"# + "\u{7F}\""
            ),
            ("é€😀\u{2028}", "\"é€😀\u{2028}\""),
            ("a long text with a \"quote\" inside", #""a long text with a \"quote\" inside""#),
        ])
    func strings(_ value: String, _ text: String) throws {
        #expect(try encoded(value) == text)
        #expect(try decoded(String.self, text) == value)
    }

    /// An escape at each place of the eight bytes that are scanned together.
    @Test(arguments: 0..<20) func escapesAtEveryPlace(_ place: Int) throws {
        for character in ["\"", "\\", "\n", "\u{1F}", "é"] {
            let plain = String(repeating: "x", count: place)
            let value = plain + character + plain
            #expect(try decoded(String.self, encoded(value)) == value)
        }
    }

    @Test func numbers() throws {
        #expect(
            try encoded([Int.min, -10, -1, 0, 9, 10, .max]).contains(
                "-9223372036854775808,-10,-1,0,9,10"))
        #expect(try encoded([UInt64.max]) == "[18446744073709551615]")
        #expect(try encoded([0.1, -2, 1e300, 2.5e-308]) == "[0.1,-2.0,1e+300,2.5e-308]")
        #expect(try encoded([Float(0.1)]) == "[0.1]")
        #expect(try encoded([Int8.min]) == "[-128]")
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity]) func notFinite(_ number: Double) {
        func member(of value: some Encodable) -> String? {
            let fault = #expect(throws: JSONEncodingFault.self) {
                try LineJSONEncoder.encode(value)
            }
            #expect(fault?.message == "the number is not finite")
            return fault?.member
        }
        #expect(member(of: Sample(real: number)) == "real")
        #expect(member(of: [number]) == "")
        #expect(member(of: Float(number)) == "")
    }

    @Test func dictionariesAreSortedByName() throws {
        let names = ["b", "a", "a b", "é", "", "a\"", "B", "aa"]
        let dictionary = Dictionary(uniqueKeysWithValues: names.map { ($0, ["y": 1, "x": 2]) })
        let inner = #"{"x":2,"y":1}"#
        let sorted = ["", "B", "a", "a b", #"a\""#, "aa", "b", "é"]
        let text = sorted.map { #""\#($0)":\#(inner)"# }.joined(separator: ",")
        #expect(try encoded(dictionary) == "{\(text)}")
        #expect(try encoded([[10: 1, 9: 2]]) == #"[{"10":1,"9":2}]"#)
        #expect(try encoded([String: Int]()) == "{}")
    }

    @Test func appendingKeepsWhatIsThere() throws {
        var buffer = Array("before\n".utf8)
        try LineJSONEncoder.encode([1], into: &buffer)
        buffer.append(UInt8(ascii: "\n"))
        try LineJSONEncoder.encode("x", into: &buffer)
        #expect(buffer == Array("before\n[1]\n\"x\"".utf8))
    }

    @Test func aFailureLeavesTheBufferAsItWas() {
        var buffer = Array("{".utf8)
        #expect(throws: JSONEncodingFault.self) {
            try LineJSONEncoder.encode(["a": [1, Double.nan]], into: &buffer)
        }
        #expect(buffer == Array("{".utf8))
    }

    @Test func theWriterPutsTheCommas() throws {
        var writer = JSONWriter(after: Array("x:".utf8))
        writer.beginObject()
        writer.member("a", 1)
        writer.member("b", "t\"")
        writer.member("c", RawJSON(trusting: Array("[{}]".utf8)))
        writer.name("d")
        writer.beginArray()
        writer.null()
        writer.bool(true)
        writer.int(UInt64.max)
        writer.int(Int128.min)
        try writer.double(1.5)
        writer.beginArray()
        writer.endArray()
        writer.endArray()
        writer.endObject()
        let text = String(decoding: writer.take(), as: UTF8.self)
        let numbers = "18446744073709551615,-170141183460469231731687303715884105728,1.5,[]"
        #expect(text == #"x:{"a":1,"b":"t\"","c":[{}],"d":[null,true,\#(numbers)]}"#)
    }
}
