import SupportTestKit
import SupportWire
import Testing

/// The method in the beginning of a line that is not whole yet.
struct NamedMethodTests {
    private func method(_ text: String) -> String? { NamedMethod.find(in: Array(text.utf8)[...]) }

    @Test(
        "a method is found where it stands whole in the line's own object",
        arguments: [
            (#"{"method":"ticket.open""#, "ticket.open"),
            (
                #" { "jsonrpc" : "2.0" , "id" : 7 , "method" : "ticket.open" , "params" : {"#,
                "ticket.open"
            ),
            (#"{"id":"a\"b","method":"x","params":{"method":"y"#, "x"),
            (#"{"params":{"method":"y","a":[1,{"b":"}"}]},"method":"x","#, "x"),
            (#"{"a":[],"b":{},"c":true,"d":-1.5e3,"method":"x""#, "x"),
        ])
    func found(text: String, name: String) { #expect(method(text) == name) }

    @Test(
        "nothing is found where it is not whole, not of the line itself, or not plain",
        arguments: [
            "", "{", "[", #""method":"x""#, #"["method","x"]"#, #"{"method":"ticket.op"#,
            #"{"method":7"#, #"{"method":"a\u0062""#, #"{"m\u0065thod":"x""#,
            #"{"params":{"method":"y""#, #"{"params":{"method":"y"},"#, #"{"a":"#, #"{"a":]"#,
            #"["method":"x""#, #"{xmethod":"x""#, #"{"method";"x""#, #"{"a":1 ;"method":"x""#,
            #"{"a":,,"method":"x""#, #"{"a":,"method":"x""#, #"{"a"::,"method":"x""#,
            #"{"a":][,"method":"x""#,
            #"{"a":}{,"method":"x""#, #"{"a":"b"#, #"{"a":["b"#, #"{"a":1"#, #"{"method":"x\""#,
            #"{,"method":"x"}"#, #"{"a" "method":"x"}"#, #"{"a":"b\"#, "{\"method\":\"\u{0}",
        ])
    func notFound(text: String) { #expect(method(text) == nil) }

    @Test("in any object it is found as soon as its last quote is there, and not before")
    func anyObject() {
        for seed in 1...300 as ClosedRange<UInt64> {
            var random = SeededRandom(seed: seed)
            var line = Self.space(&random) + "{"
            for number in 0..<Int.random(in: 0...3, using: &random) {
                line += Self.space(&random) + "\"m\(number)\"" + Self.space(&random) + ":"
                line += Self.value(&random, depth: 3) + Self.space(&random) + ","
            }
            line += Self.space(&random) + "\"method\"" + Self.space(&random) + ":"
            line += Self.space(&random) + "\"ticket.open\""
            let named = line.utf8.count
            line += Self.space(&random) + ",\"method\":\"x\",\"p\":" + Self.value(&random, depth: 2)
            let bytes = Array(line.utf8)
            for end in 0...bytes.count {
                let found = NamedMethod.find(in: bytes[..<end])
                #expect(found == (end < named ? nil : "ticket.open"), "\(line.prefix(end))")
            }
        }
    }

    private static func space(_ random: inout SeededRandom) -> String {
        random.pick(["", "", " ", "\t", "\r\n", "   "])
    }

    private static func value(_ random: inout SeededRandom, depth: Int) -> String {
        let kind = Int.random(in: 0..<(depth > 0 ? 10 : 8), using: &random)
        let before = space(&random)
        switch kind {
        case 8:
            let values = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                value(&random, depth: depth - 1) + space(&random)
            }
            return before + "[" + values.joined(separator: ",") + "]"
        case 9:
            let members = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                space(&random) + "\"method\"" + space(&random) + ":"
                    + value(&random, depth: depth - 1)
            }
            return before + "{" + members.joined(separator: ",") + "}"
        default:
            return before
                + random.pick([
                    "7", "-1.5e3", "true", "null", #""""#, #""method""#, #""a\"b""#, #""\\""#,
                    #""{[""#, #""]}:,""#,
                ])
        }
    }

    @Test("no bytes do harm, wherever the beginning is cut")
    func anyBytes() {
        let line = Array(#"{"id":[1,"\\"],"p":{"a":"b"},"method":"ticket.open"}"#.utf8)
        for end in 0...line.count {
            let found = NamedMethod.find(in: line[..<end])
            #expect(found == nil || found == "ticket.open")
        }
        for seed in 1...500 as ClosedRange<UInt64> {
            var random = SeededRandom(seed: seed)
            var bytes = line
            for _ in 0..<4 {
                bytes[Int.random(in: bytes.indices, using: &random)] =
                    UInt8.random(in: 0...255, using: &random)
            }
            _ = NamedMethod.find(in: bytes[...])
        }
    }
}
