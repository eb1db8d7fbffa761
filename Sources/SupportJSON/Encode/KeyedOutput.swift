/// The members of one object, written by name.
struct KeyedOutput<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let pass: EncodingPass
    let place: ContainerPlace

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws {
        try name(key)
        pass.writer.null()
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try name(key)
        try pass.encode(value)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        encoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder(JSONPathKey(name: "super")) }

    func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

    @inline(__always)
    private func name(_ key: Key) throws {
        try pass.enter(place)
        pass.writer.name(MemberCase.name(key))
    }

    /// The encoder of a member whose value is written later; its name is written now.
    private func encoder(_ key: some CodingKey) -> ValueEncoder {
        do {
            try pass.enter(place)
            pass.writer.name(MemberCase.name(key))
        } catch {
            pass.complain(JSONEncodingFault(error).message)
        }
        return pass.promise()
    }
}

// One method for each type that the standard library names.
extension KeyedOutput {
    func encode(_ value: Bool, forKey key: Key) throws {
        try name(key)
        pass.writer.bool(value)
    }
    func encode(_ value: String, forKey key: Key) throws {
        try name(key)
        pass.writer.string(value)
    }
    func encode(_ value: Double, forKey key: Key) throws { try real(value, key) }
    func encode(_ value: Float, forKey key: Key) throws { try real(value, key) }
    func encode(_ value: Int, forKey key: Key) throws {
        try name(key)
        pass.writer.int(value)
    }
    func encode(_ value: Int8, forKey key: Key) throws { try integer(value, key) }
    func encode(_ value: Int16, forKey key: Key) throws { try integer(value, key) }
    func encode(_ value: Int32, forKey key: Key) throws { try integer(value, key) }
    func encode(_ value: Int64, forKey key: Key) throws { try integer(value, key) }
    func encode(_ value: UInt, forKey key: Key) throws { try integer(value, key) }
    func encode(_ value: UInt8, forKey key: Key) throws { try integer(value, key) }
    func encode(_ value: UInt16, forKey key: Key) throws { try integer(value, key) }
    func encode(_ value: UInt32, forKey key: Key) throws { try integer(value, key) }
    func encode(_ value: UInt64, forKey key: Key) throws { try integer(value, key) }

    @inline(__always)
    private func integer(_ value: some FixedWidthInteger, _ key: Key) throws {
        try name(key)
        pass.writer.int(value)
    }

    private func real(
        _ value: some BinaryFloatingPoint & CustomStringConvertible, _ key: Key
    ) throws {
        try name(key)
        do {
            try pass.writer.double(value)
        } catch {
            throw JSONEncodingFault(member: key.stringValue, message: error.message)
        }
    }
}

/// Distinguishes the objects of dictionaries from those of all other types.
///
/// The standard library's dictionaries encode themselves with a key type that is not accessible by
/// name, so one dictionary is encoded to obtain it.
enum DictionaryKeys {
    private static let type: ObjectIdentifier? = {
        let witness = Witness()
        try? ["": 0].encode(to: WitnessEncoder(witness: witness))
        return witness.type
    }()

    /// Whether the keys are those of a dictionary.
    @inline(__always)
    static func include(_ other: any CodingKey.Type) -> Bool { ObjectIdentifier(other) == type }
}

/// Stores the key type that was found.
private final class Witness {
    var type: ObjectIdentifier?
}

/// An encoder that only records the key type of the requested container.
private struct WitnessEncoder: Encoder {
    let witness: Witness
    private let output = ValueEncoder(pass: EncodingPass(after: []), level: 0, start: 0)

    init(witness: Witness) { self.witness = witness }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        witness.type = ObjectIdentifier(type)
        let place = output.pass.container(.object, for: output)
        return KeyedEncodingContainer(KeyedOutput(pass: output.pass, place: place))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { output.unkeyedContainer() }
    func singleValueContainer() -> any SingleValueEncodingContainer { output }
}
