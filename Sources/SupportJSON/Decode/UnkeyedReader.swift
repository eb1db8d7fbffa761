/// The elements of one array, read in order.
///
/// Small enough to be stored inside an `any UnkeyedDecodingContainer`.
struct UnkeyedReader: UnkeyedDecodingContainer {
    let pass: DecodingPass
    private let array: UInt32
    private var node: UInt32
    private var index: UInt32 = 0

    init(pass: DecodingPass, array: Int) {
        self.pass = pass
        self.array = UInt32(truncatingIfNeeded: array)
        node = self.array &+ 1
    }

    var codingPath: [any CodingKey] { JSONPath.keys(to: Int(array), in: pass.document) }
    var isAtEnd: Bool { node >= pass.document.tape[Int(array)].next }
    var currentIndex: Int { Int(index) }

    /// The number of elements, counted at each call.
    var count: Int? {
        JSONValue(pass.document, Int(array)).elements.reduce(0) { sum, _ in sum + 1 }
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd else { throw ended() }
        guard pass.isNull(at: Int(node)) else { return false }
        advance()
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try element { try $0.pass.decode(type, at: $0.node) }
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try element { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try element { try $0.unkeyedContainer() }
    }

    mutating func superDecoder() throws -> any Decoder {
        try element { $0 }
    }

    /// Reads the current element and, on success, advances to the next.
    @inline(__always)
    private mutating func element<Value>(
        _ read: (ValueDecoder) throws -> Value
    ) throws -> Value {
        guard !isAtEnd else { throw ended() }
        let value = try read(ValueDecoder(pass: pass, node: Int(node)))
        advance()
        return value
    }

    private mutating func advance() {
        node = pass.document.tape[Int(node)].next
        index &+= 1
    }

    private func ended() -> DecodingError {
        let path = codingPath + [JSONPathKey(index: currentIndex)]
        return .valueNotFound(
            JSONValue.self, .init(codingPath: path, debugDescription: "missing element"))
    }
}

// One method for each type that the standard library names.
extension UnkeyedReader {
    mutating func decode(_ type: Bool.Type) throws -> Bool {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: String.Type) throws -> String {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: Double.Type) throws -> Double {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: Float.Type) throws -> Float {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: Int.Type) throws -> Int {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: Int8.Type) throws -> Int8 {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: Int16.Type) throws -> Int16 {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: Int32.Type) throws -> Int32 {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: Int64.Type) throws -> Int64 {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: UInt.Type) throws -> UInt {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 {
        try element { try $0.decode(type) }
    }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 {
        try element { try $0.decode(type) }
    }
}
