/// The `Decoder` that a type's `init(from:)` gets: one value of the document.
///
/// Small enough to lie inside of an `any Decoder`, so that handing it on allocates nothing.
struct ValueDecoder: Decoder {
    let pass: DecodingPass
    /// The entry of the value.
    let node: Int

    var codingPath: [any CodingKey] { JSONPath.keys(to: node, in: pass.document) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The value itself, for types that keep JSON unread; all its members count as known.
    func capture() -> JSONValue {
        pass.allowAll(in: node)
        return JSONValue(pass.document, node)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try pass.requireObject(at: node)
        return KeyedDecodingContainer(KeyedReader(pass: pass, object: node))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try pass.requireArray(at: node)
        return UnkeyedReader(pass: pass, array: node)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }
}

extension ValueDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { pass.isNull(at: node) }
    func decode(_ type: Bool.Type) throws -> Bool { try pass.bool(at: node) }
    func decode(_ type: String.Type) throws -> String { try pass.string(at: node) }
    func decode(_ type: Double.Type) throws -> Double { try pass.real(type, at: node) }
    func decode(_ type: Float.Type) throws -> Float { try pass.real(type, at: node) }
    func decode(_ type: Int.Type) throws -> Int { try pass.integer(type, at: node) }
    func decode(_ type: Int8.Type) throws -> Int8 { try pass.integer(type, at: node) }
    func decode(_ type: Int16.Type) throws -> Int16 { try pass.integer(type, at: node) }
    func decode(_ type: Int32.Type) throws -> Int32 { try pass.integer(type, at: node) }
    func decode(_ type: Int64.Type) throws -> Int64 { try pass.integer(type, at: node) }
    func decode(_ type: UInt.Type) throws -> UInt { try pass.integer(type, at: node) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try pass.integer(type, at: node) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try pass.integer(type, at: node) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try pass.integer(type, at: node) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try pass.integer(type, at: node) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try pass.decode(type, at: node)
    }
}
