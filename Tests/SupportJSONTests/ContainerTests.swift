import SupportJSON
import Testing

/// The rarer uses of containers: two on one coder, nested ones, super coders.
@Suite struct ContainerTests {
    @Test(
        arguments: [
            (
                Change.opened(.init(ticket: 3, subject: "x")),
                #"{"type":"opened","ticket":3,"subject":"x"}"#
            ),
            (Change.closed(.init(ticket: 4)), #"{"type":"closed","ticket":4}"#),
        ])
    func anEnumSharesItsObjectWithItsPayload(_ change: Change, _ text: String) throws {
        #expect(try encoded(change) == text)
        #expect(try decoded(Change.self, text) == change)
        #expect(try encoded([change, change]) == "[\(text),\(text)]")
    }

    @Test func membersOfAnotherPayloadAreUnknown() throws {
        let text = #"{"type":"closed","ticket":4,"subject":"x"}"#
        #expect(try decodingFault(Change.self, text) == "subject: unknown member")
        #expect(try decodingFault([Change].self, "[\(text)]") == "[0].subject: unknown member")
    }

    @Test func nestedContainers() throws {
        let text = #"{"list":[1,[true],{"b":"x"}],"inner":{"a":1,"b":"y"},"after":null}"#
        #expect(try encoded(Pieces()) == text)
        #expect(try decoded(Pieces.self, text).seen == "1 true x 1 y null")
    }

    @Test func superCoders() throws {
        let text = #"{"own":1,"super":{"base":2}}"#
        #expect(try encoded(Derived(base: 2, own: 1)) == text)
        let derived = try decoded(Derived.self, text)
        #expect(derived.own == 1 && derived.base == 2)
        #expect(try decodingFault(Derived.self, #"{"own":1}"#) == "super: missing member")
    }

    @Test func anEncoderThatIsNotUsedWritesAnEmptyObject() throws {
        #expect(try encoded(Unused()) == #"{"a":{},"b":[{},1,{}],"super":{}}"#)
    }

    @Test func enumsThatSwiftSynthesises() throws {
        let text = #"[{"exact":{"at":1}},{"whole":{}}]"#
        #expect(try encoded([Extent.exact(at: 1), .whole]) == text)
        #expect(try decoded([Extent].self, text) == [.exact(at: 1), .whole])
        let unknown = try decodingFault(Extent.self, #"{"exact":{"at":1,"to":2}}"#)
        #expect(unknown == "exact.to: unknown member")
    }

    @Test func readingPastTheEndOfAnArray() throws {
        #expect(try decodingFault(Pair.self, "[1]") == "[1]: missing element")
    }

    @Test func misuseOfContainersIsAnErrorNotBadJSON() {
        for misuse in Misuse.Way.allCases {
            #expect(throws: JSONEncodingFault.self, "\(misuse)") {
                try LineJSONEncoder.encode([Misuse(way: misuse)])
            }
        }
    }
}

/// An enum whose `type` stands beside the members of its payload.
enum Change: Codable, Equatable, Sendable {
    struct Opened: Codable, Equatable { var ticket: Int, subject: String }
    struct Closed: Codable, Equatable { var ticket: Int }
    case opened(Opened)
    case closed(Closed)

    private enum Kind: String, Codable { case opened, closed }
    private enum CodingKeys: String, CodingKey { case type }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(Kind.self, forKey: .type) {
        case .opened: self = .opened(try Opened(from: decoder))
        case .closed: self = .closed(try Closed(from: decoder))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .opened(let payload):
            try container.encode(Kind.opened, forKey: .type)
            try payload.encode(to: encoder)
        case .closed(let payload):
            try container.encode(Kind.closed, forKey: .type)
            try payload.encode(to: encoder)
        }
    }
}

/// Asks for encoders and leaves them.
private struct Unused: Encodable {
    private enum CodingKeys: CodingKey { case a, b }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        _ = container.superEncoder(forKey: .a)
        var list = container.nestedUnkeyedContainer(forKey: .b)
        _ = list.superEncoder()
        try list.encode(1)
        _ = list.superEncoder()
        _ = container.superEncoder()
    }
}

private enum Extent: Codable, Equatable {
    case exact(at: Int)
    case whole
}

private struct Pair: Decodable {
    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        _ = try container.decode(Int.self)
        _ = try container.decode(Int.self)
    }
}

/// Uses each kind of nested container by hand.
private struct Pieces: Codable {
    private enum CodingKeys: CodingKey { case list, inner, after, a, b }
    var seen = ""

    init() {}

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        var list = try container.nestedUnkeyedContainer(forKey: .list)
        seen = "\(try list.decode(Int.self))"
        var booleans = try list.nestedUnkeyedContainer()
        seen += " \(try booleans.decode(Bool.self))"
        seen +=
            " \(try list.nestedContainer(keyedBy: CodingKeys.self).decode(String.self, forKey: .b))"
        let inner = try container.nestedContainer(keyedBy: CodingKeys.self, forKey: .inner)
        seen += " \(try inner.decode(Int.self, forKey: .a))"
        seen += " \(try inner.decode(String.self, forKey: .b))"
        seen += try container.decodeNil(forKey: .after) ? " null" : " something"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        var list = container.nestedUnkeyedContainer(forKey: .list)
        try list.encode(1)
        var booleans = list.nestedUnkeyedContainer()
        try booleans.encode(true)
        var last = list.nestedContainer(keyedBy: CodingKeys.self)
        try last.encode("x", forKey: .b)
        var inner = container.nestedContainer(keyedBy: CodingKeys.self, forKey: .inner)
        try inner.encode(1, forKey: .a)
        try inner.encode("y", forKey: .b)
        try container.encodeNil(forKey: .after)
    }
}

private class Base: Codable {
    let base: Int
    init(base: Int) { self.base = base }
}

private final class Derived: Base {
    private enum CodingKeys: CodingKey { case own }
    let own: Int

    init(base: Int, own: Int) {
        self.own = own
        super.init(base: base)
    }

    required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        own = try container.decode(Int.self, forKey: .own)
        try super.init(from: container.superDecoder())
    }

    override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(own, forKey: .own)
        try super.encode(to: container.superEncoder())
    }
}

/// Writes what no JSON can hold.
private struct Misuse: Encodable {
    enum Way: CaseIterable {
        case objectAndArray, twoTokens, tokenAfterObject, objectAfterToken, writtenAfterItsEnd
    }
    private enum CodingKeys: CodingKey { case a, b }
    let way: Way

    func encode(to encoder: any Encoder) throws {
        switch way {
        case .objectAndArray:
            _ = encoder.container(keyedBy: CodingKeys.self)
            _ = encoder.unkeyedContainer()
        case .twoTokens:
            var container = encoder.singleValueContainer()
            try container.encode(1)
            try container.encode(2)
        case .tokenAfterObject:
            _ = encoder.container(keyedBy: CodingKeys.self)
            var container = encoder.singleValueContainer()
            try container.encode(2)
        case .objectAfterToken:
            var container = encoder.singleValueContainer()
            try container.encode(1)
            _ = encoder.container(keyedBy: CodingKeys.self)
        case .writtenAfterItsEnd:
            var container = encoder.container(keyedBy: CodingKeys.self)
            var nested = container.nestedContainer(keyedBy: CodingKeys.self, forKey: .a)
            try nested.encode(1, forKey: .a)
            try container.encode(2, forKey: .b)
            try nested.encode(3, forKey: .b)
        }
    }
}
