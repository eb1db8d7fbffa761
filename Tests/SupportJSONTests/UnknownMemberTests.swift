import SupportJSON
import Testing

/// Members that the type did not ask for.
@Suite struct UnknownMemberTests {
    struct Request: Decodable {
        var id: Int
        var params: Params
        var lines: [Params]?
    }

    struct Params: Decodable {
        var minutes: Int?
    }

    @Test(
        arguments: [
            (#"{"id":1,"params":{},"x":1}"#, "x"),
            (#"{"x":{"y":1},"id":1,"params":{}}"#, "x"),
            (#"{"id":1,"params":{"minutes":1,"hours":2}}"#, "params.hours"),
            (#"{"id":1,"params":{"":null}}"#, "params."),
            (#"{"id":1,"params":{},"lines":[{},{"minutes":1},{"a":{}}]}"#, "lines[2].a"),
        ])
    func refusedAtEveryDepth(_ text: String, _ path: String) throws {
        #expect(try decodingFault(Request.self, text) == "\(path): unknown member")
    }

    @Test func ignoredWhereAskedTo() throws {
        let root = try JSONDocument(text: #"{"x":[{"y":1}],"id":1,"params":{"z":{}}}"#).root
        let request = try StrictJSONDecoder.decode(
            Request.self, from: root, unknownMembers: .ignored)
        #expect(request.id == 1)
    }

    @Test func namedOnesAreAllowedWithAnythingInThem() throws {
        let text = #"{"jsonrpc":{"deep":[{"x":1}]},"id":1,"params":{}}"#
        #expect(try decodingFault(Request.self, text) == "jsonrpc: unknown member")
        #expect(try decodingFault(Request.self, text, alsoAllowed: ["jsonrpc", "none"]) == nil)
        let deeper = #"{"id":1,"params":{"jsonrpc":1}}"#
        let fault = try decodingFault(Request.self, deeper, alsoAllowed: ["jsonrpc"])
        #expect(fault == "params.jsonrpc: unknown member")
    }

    @Test func aTypeThatAsksForNothingKnowsNothing() throws {
        struct Empty: Decodable {}
        #expect(try decodingFault(Empty.self, "{}") == nil)
        #expect(try decodingFault(Empty.self, #"{"a":1}"#) == "a: unknown member")
    }

    /// The first 64 members are remembered apart from the later ones.
    @Test(arguments: [63, 64, 65, 66, 127, 128, 129, 1000]) func atEveryPosition(_ count: Int)
        throws
    {
        let known = (0..<count).map { #""m\#($0)":0"# }
        let text = "{" + known.joined(separator: ",") + "}"
        #expect(try decodingFault([String: Int].self, text) == nil)
        for position in Set([0, 1, count / 2, count - 2, count - 1]) {
            var members = known
            members[position] = #""m\#(position)":{"x":1}"#
            let text = "{" + members.joined(separator: ",") + "}"
            #expect(
                try decodingFault([String: Either].self, text)
                    == "m\(position).x: unknown member")
        }
    }
}

/// A number, or an object in which no member is known.
private struct Either: Decodable {
    private enum CodingKeys: CodingKey { case none }

    init(from decoder: any Decoder) throws {
        if (try? decoder.singleValueContainer().decode(Int.self)) == nil {
            _ = try decoder.container(keyedBy: CodingKeys.self)
        }
    }
}
