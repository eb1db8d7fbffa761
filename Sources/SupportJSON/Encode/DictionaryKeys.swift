/// Tells the objects that dictionaries write from those of all other types.
///
/// The standard library's dictionaries encode themselves with a key type of their own, which has no
/// name outside of it; so one dictionary is encoded to see it.
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

/// Keeps the key type that was seen.
private final class Witness {
    var type: ObjectIdentifier?
}

/// An encoder that only looks at the key type of the container it is asked for.
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
