import SupportJSON
import Testing

/// JSON that is passed on without being read.
@Suite struct RawJSONTests {
    struct Record: Codable {
        var seq: Int
        var reply: RawJSON
        var more: [RawJSON]
    }

    struct Envelope: Codable {
        var id: Int
        var params: JSONValue
    }

    private let text =
        #"{"seq":1,"reply":{ "b" : 1.50, "a":"\u0041é" },"more":[1e2,"\/",null ,[ ],{"x":{}}]}"#

    @Test func itIsTheSameByteForByte() throws {
        let record = try decoded(Record.self, text)
        #expect(record.reply.text == #"{ "b" : 1.50, "a":"\u0041é" }"#)
        #expect(record.more.map(\.text) == ["1e2", #""\/""#, "null", "[ ]", #"{"x":{}}"#])
        #expect(try encoded(record) == text.replacing("null ,", with: "null,"))
    }

    @Test func aValueOfTheDocumentCanBeKeptAndDecodedLater() throws {
        let text = #"{"id":7,"params":{"minutes":3,"x":[{}]}}"#
        let envelope = try decoded(Envelope.self, text)
        #expect(envelope.params[member: "minutes"]?.int == 3)
        #expect(try encoded(envelope) == text)
    }

    @Test func checkedTextIsOneValueOnOneLine() throws {
        #expect(try RawJSON(checking: Array(" [1,\r\n\t2]\n".utf8)).text == "[1,  \t2]")
        #expect(throws: JSONFault(.trailingBytes, at: 2)) {
            try RawJSON(checking: Array("1 2".utf8))
        }
    }

    @Test func whatAValueEncodesTo() throws {
        #expect(try RawJSON(encoding: ["a": 1]).text == #"{"a":1}"#)
    }

    @Test func linesForPeople() {
        let compact = #"{"a":[1,{"b":"x,{\"[:"}],"c":{},"d":[],"e":"\\"}"#
        let indented = #"""
            {
              "a": [
                1,
                {
                  "b": "x,{\"[:"
                }
              ],
              "c": {},
              "d": [],
              "e": "\\"
            }
            """#
        #expect(JSONLayout.indented(Array(compact.utf8)) == Array(indented.utf8))
        #expect(JSONLayout.indented(Array(indented.utf8)) == Array(indented.utf8))
        #expect(JSONLayout.indented(Array("1".utf8)) == Array("1".utf8))
    }

    @Test func indentationIsBounded() {
        let width = 2 * JSONLimits.depthMax
        let lines = JSONLayout.indented(Array(repeating: UInt8(ascii: "["), count: 1000))
            .split(separator: UInt8(ascii: "\n"))
        #expect(lines.map(\.count).max() == width + 1)
        #expect(lines.count == 1000)
    }
}
