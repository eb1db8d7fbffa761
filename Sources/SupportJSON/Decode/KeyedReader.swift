/// The members of one object, read by name.
struct KeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let pass: DecodingPass
    /// The entry of the object on the tape.
    let object: Int

    var codingPath: [any CodingKey] { JSONPath.keys(to: object, in: pass.document) }

    /// The members whose names are keys of the type.
    var allKeys: [Key] {
        JSONValue(pass.document, object).members.compactMap { Key(stringValue: $0.name) }
    }

    func contains(_ key: Key) -> Bool { pass.find(MemberCase.name(key), in: object) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { pass.isNull(at: try value(key)) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let node = try value(key)
        let result = try pass.decode(type, at: node)
        pass.resume(object, after: node)
        return result
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let node = present(key) else { return nil }
        let result = try pass.decode(type, at: node)
        pass.resume(object, after: node)
        return result
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        let name = "super"
        guard let node = pass.find(name, in: object) else {
            throw missing(JSONPathKey(name: name))
        }
        return ValueDecoder(pass: pass, node: node)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

    /// The entry of a member's value.
    @inline(__always)
    private func value(_ key: Key) throws -> Int {
        guard let node = pass.find(MemberCase.name(key), in: object) else { throw missing(key) }
        return node
    }

    /// The entry of a member's value; nil where there is none or it is `null`.
    @inline(__always)
    private func present(_ key: Key) -> Int? {
        guard let node = pass.find(MemberCase.name(key), in: object), !pass.isNull(at: node) else {
            return nil
        }
        return node
    }

    private func decoder(_ key: Key) throws -> ValueDecoder {
        ValueDecoder(pass: pass, node: try value(key))
    }

    private func missing(_ key: any CodingKey) -> DecodingError {
        .keyNotFound(
            JSONPathKey(name: MemberCase.snakeCase(key.stringValue)),
            .init(codingPath: codingPath, debugDescription: "missing member"))
    }
}

// One method for each type that the standard library names.
extension KeyedReader {
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        try pass.bool(at: value(key))
    }
    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        try pass.string(at: value(key))
    }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
        try pass.real(type, at: value(key))
    }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
        try pass.real(type, at: value(key))
    }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
        try pass.integer(type, at: value(key))
    }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 {
        try pass.integer(type, at: value(key))
    }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 {
        try pass.integer(type, at: value(key))
    }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 {
        try pass.integer(type, at: value(key))
    }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
        try pass.integer(type, at: value(key))
    }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt {
        try pass.integer(type, at: value(key))
    }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 {
        try pass.integer(type, at: value(key))
    }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
        try pass.integer(type, at: value(key))
    }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
        try pass.integer(type, at: value(key))
    }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
        try pass.integer(type, at: value(key))
    }
}

extension KeyedReader {
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try present(key).map { try pass.bool(at: $0) }
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try present(key).map { try pass.string(at: $0) }
    }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
        try present(key).map { try pass.real(type, at: $0) }
    }
    func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? {
        try present(key).map { try pass.real(type, at: $0) }
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try present(key).map { try pass.integer(type, at: $0) }
    }
    func decodeIfPresent(_ type: Int8.Type, forKey key: Key) throws -> Int8? {
        try present(key).map { try pass.integer(type, at: $0) }
    }
    func decodeIfPresent(_ type: Int16.Type, forKey key: Key) throws -> Int16? {
        try present(key).map { try pass.integer(type, at: $0) }
    }
    func decodeIfPresent(_ type: Int32.Type, forKey key: Key) throws -> Int32? {
        try present(key).map { try pass.integer(type, at: $0) }
    }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
        try present(key).map { try pass.integer(type, at: $0) }
    }
    func decodeIfPresent(_ type: UInt.Type, forKey key: Key) throws -> UInt? {
        try present(key).map { try pass.integer(type, at: $0) }
    }
    func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) throws -> UInt8? {
        try present(key).map { try pass.integer(type, at: $0) }
    }
    func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) throws -> UInt16? {
        try present(key).map { try pass.integer(type, at: $0) }
    }
    func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) throws -> UInt32? {
        try present(key).map { try pass.integer(type, at: $0) }
    }
    func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? {
        try present(key).map { try pass.integer(type, at: $0) }
    }
}
