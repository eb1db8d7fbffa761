import SupportJSON
import Testing

/// How deep objects and arrays may be, and that no depth of input uses up the stack.
@Suite struct NestingTests {
    private func arrays(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    private func objects(_ depth: Int) -> String {
        String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    }

    @Test func atTheLimitAndOnePast() {
        let limit = JSONLimits.depthMax
        #expect(fault(arrays(limit)) == nil)
        #expect(fault(objects(limit)) == nil)
        #expect(fault(arrays(limit + 1)) == JSONFault(.tooDeep, at: limit))
        #expect(fault(objects(limit + 1)) == JSONFault(.tooDeep, at: 5 * limit))
        #expect(fault("[\(arrays(limit - 1)),\(arrays(limit - 1))]") == nil)
    }

    @Test func anotherLimit() {
        #expect(fault(arrays(3), depthMax: 3) == nil)
        #expect(fault(arrays(4), depthMax: 3) == JSONFault(.tooDeep, at: 3))
        #expect(fault("1", depthMax: 0) == nil)
        #expect(fault("[]", depthMax: 0) == JSONFault(.tooDeep, at: 0))
    }

    @Test func hostileDepthIsRefusedEarly() {
        #expect(fault(arrays(100_000)) == JSONFault(.tooDeep, at: JSONLimits.depthMax))
    }

    @Test func depthOfAHundredThousandUsesNoStack() throws {
        #expect(fault(arrays(100_000), depthMax: .max) == nil)
        let document = try JSONDocument(text: objects(100_000), depthMax: .max)
        #expect(document.root.rawBytes.count == 600_001)
        let open = String(repeating: "[", count: 100_000)
        #expect(fault(open, depthMax: .max) == JSONFault(.unfinished, at: 100_000))
    }

    @Test func rawJSONAddsItsDepthToTheTextAround() throws {
        let limit = JSONLimits.depthMax
        let raw = try RawJSON(checking: Array(arrays(limit).utf8))
        let text = try encoded(Nested(depth: limit, innermost: raw))
        #expect(text == arrays(JSONLimits.embeddingDepthMax))
        #expect(fault(text, depthMax: JSONLimits.embeddingDepthMax) == nil)
        let past = arrays(JSONLimits.embeddingDepthMax + 1)
        #expect(fault(past, depthMax: JSONLimits.embeddingDepthMax)?.kind == .tooDeep)
        let sorted = try encoded(["b": raw, "a": raw])
        #expect(sorted == #"{"a":\#(arrays(limit)),"b":\#(arrays(limit))}"#)
    }

    @Test func encodingStopsAtTheLimit() throws {
        let limit = JSONLimits.depthMax
        #expect(try encoded(Nested(depth: limit)) == arrays(limit))
        let fault = #expect(throws: JSONEncodingFault.self) {
            try LineJSONEncoder.encode(Nested(depth: limit + 1))
        }
        #expect(fault?.member == "" && fault?.message == "nested deeper than 64 levels")
    }
}

/// Arrays in arrays.
private struct Nested: Encodable {
    let depth: Int
    var innermost: RawJSON?

    func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        if depth > 1 {
            try container.encode(Nested(depth: depth - 1, innermost: innermost))
        } else if let innermost {
            try container.encode(innermost)
        }
    }
}
