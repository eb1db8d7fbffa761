/// The `Encoder` that a type's `encode(to:)` gets: the place where one value goes.
///
/// Small enough to lie inside of an `any Encoder`, so that handing it on allocates nothing.
struct ValueEncoder: Encoder {
    let pass: EncodingPass
    /// How many containers are open around the value.
    let level: Int
    /// Where in the buffer the value begins.
    let start: Int

    /// Always empty: the place of a fault is named by its nearest member.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        let place = pass.container(.object, for: self)
        if DictionaryKeys.include(type) { pass.sortMembers(of: place) }
        return KeyedEncodingContainer(KeyedOutput(pass: pass, place: place))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        UnkeyedOutput(pass: pass, place: pass.container(.array, for: self))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    /// Writes the value as one token, or as JSON that is already written.
    @inline(__always)
    func write(_ token: (inout JSONWriter) throws -> Void) throws {
        guard pass.writer.count == start else {
            throw JSONEncodingFault(member: "", message: "one value cannot be written twice")
        }
        try token(&pass.writer)
    }
}

extension ValueEncoder: SingleValueEncodingContainer {
    func encodeNil() throws { try write { $0.null() } }
    func encode<Value: Encodable>(_ value: Value) throws {
        try value.encode(to: self)
    }
    func encode(_ value: Bool) throws { try write { $0.bool(value) } }
    func encode(_ value: String) throws { try write { $0.string(value) } }
    func encode(_ value: Double) throws { try write { try $0.double(value) } }
    func encode(_ value: Float) throws { try write { try $0.double(value) } }
    func encode(_ value: Int) throws { try write { $0.int(value) } }
    func encode(_ value: Int8) throws { try write { $0.int(value) } }
    func encode(_ value: Int16) throws { try write { $0.int(value) } }
    func encode(_ value: Int32) throws { try write { $0.int(value) } }
    func encode(_ value: Int64) throws { try write { $0.int(value) } }
    func encode(_ value: UInt) throws { try write { $0.int(value) } }
    func encode(_ value: UInt8) throws { try write { $0.int(value) } }
    func encode(_ value: UInt16) throws { try write { $0.int(value) } }
    func encode(_ value: UInt32) throws { try write { $0.int(value) } }
    func encode(_ value: UInt64) throws { try write { $0.int(value) } }
}
