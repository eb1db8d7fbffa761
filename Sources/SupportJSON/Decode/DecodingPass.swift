/// The state shared by the containers of one decoding: the document, and the members that were
/// requested.
final class DecodingPass {
    let document: JSONDocument
    /// One bit for each two entries of the tape, set when the member's name there was requested. A
    /// name has its value right after it, so no two names share a bit.
    private var firstAsked: UInt64 = 0
    private var laterAsked: [UInt64] = []
    /// Where the search for the next name begins, so that members read in order are found at once.
    private var nextName = (object: -1, at: 0)

    init(_ document: JSONDocument) {
        self.document = document
    }

    /// Decodes a type from the value at that entry.
    @inline(__always)
    func decode<Value: Decodable>(_ type: Value.Type, at node: Int) throws -> Value {
        do {
            return try Value(from: ValueDecoder(pass: self, node: node))
        } catch {
            throw Choices.reworded(for: type, error)
        }
    }

    /// The entry of a member's value, which counts as known from now on; nil where there is none.
    func find(_ name: String, in object: Int) -> Int? {
        let first = object &+ 1
        let start = nextName.object == object ? nextName.at : first
        let end = Int(document.tape[object].next)
        guard
            let found = document.name(name, from: start, to: end)
                ?? document.name(name, from: first, to: start)
        else { return nil }
        markAsked(found)
        resume(object, after: found &+ 1)
        return found &+ 1
    }

    /// Continues the search in an object after the value of a member that was read meanwhile.
    @inline(__always)
    func resume(_ object: Int, after value: Int) {
        nextName = (object, Int(document.tape[value].next))
    }

    /// Marks every member inside a value as known.
    func allowAll(in value: Int) {
        for node in value..<Int(document.tape[value].next)
        where document.tape[node].kind == .name {
            markAsked(node)
        }
    }

    /// Marks the member of that name as known, with everything in it.
    func allow(_ name: String, in object: Int) {
        if let value = find(name, in: object) { allowAll(in: value) }
    }

    /// The first name in a value that was not requested.
    func firstUnknown(in value: Int) -> Int? {
        (value..<Int(document.tape[value].next)).first {
            document.tape[$0].kind == .name && !wasAsked($0)
        }
    }

    @inline(__always)
    private func markAsked(_ name: Int) {
        let bit: UInt64 = 1 << UInt64((name >> 1) & 63)
        guard name >= 128 else {
            firstAsked |= bit
            return
        }
        if laterAsked.isEmpty {
            laterAsked = Array(repeating: 0, count: document.tape.count / 128)
        }
        laterAsked[name / 128 &- 1] |= bit
    }

    @inline(__always)
    private func wasAsked(_ name: Int) -> Bool {
        let bit: UInt64 = 1 << UInt64((name >> 1) & 63)
        guard name >= 128 else { return firstAsked & bit != 0 }
        return !laterAsked.isEmpty && laterAsked[name / 128 &- 1] & bit != 0
    }
}

extension DecodingPass {
    /// Whether the value is `null`.
    @inline(__always)
    func isNull(at node: Int) -> Bool {
        document.tape[node].kind == .null
    }

    func bool(at node: Int) throws -> Bool {
        switch document.tape[node].kind {
        case .yes: true
        case .no: false
        default: throw mismatch(Bool.self, at: node, "expected true or false")
        }
    }

    func string(at node: Int) throws -> String {
        guard document.tape[node].kind == .string else {
            throw mismatch(String.self, at: node, "expected a string")
        }
        return document.text(at: node)
    }

    /// An integer of any width.
    @inline(__always)
    func integer<Number: FixedWidthInteger>(_ type: Number.Type, at node: Int) throws -> Number {
        let entry = document.tape[node]
        if entry.kind == .integer,
            let value = document.int64(at: node),
            let number = Number(exactly: value)
        {
            return number
        }
        return try rareInteger(type, at: node)
    }

    /// An unsigned number above `Int64.max`, or the error.
    private func rareInteger<Number: FixedWidthInteger>(
        _ type: Number.Type, at node: Int
    ) throws -> Number {
        let entry = document.tape[node]
        guard entry.kind == .integer || entry.kind == .number else {
            throw mismatch(type, at: node, "expected an integer")
        }
        if let number = Number(document.writtenText(at: node)) { return number }
        throw mismatch(type, at: node, "expected an integer from \(Number.min) to \(Number.max)")
    }

    /// A number with a fraction: the nearest one of the type.
    func real<Number: BinaryFloatingPoint & LosslessStringConvertible>(
        _ type: Number.Type, at node: Int
    ) throws -> Number {
        let entry = document.tape[node]
        guard entry.kind == .integer || entry.kind == .number else {
            throw mismatch(type, at: node, "expected a number")
        }
        guard let number = Number(document.writtenText(at: node)),
            number.isFinite
        else {
            let most = Number.greatestFiniteMagnitude
            throw mismatch(type, at: node, "expected a number from -\(most) to \(most)")
        }
        return number
    }

    /// Throws unless the value at that entry is an object.
    func requireObject(at node: Int) throws {
        guard document.tape[node].kind == .object else {
            throw mismatch([String: any Sendable].self, at: node, "expected an object")
        }
    }

    /// Throws unless the value at that entry is an array.
    func requireArray(at node: Int) throws {
        guard document.tape[node].kind == .array else {
            throw mismatch([any Sendable].self, at: node, "expected an array")
        }
    }

    private func mismatch(_ type: any Any.Type, at node: Int, _ expected: String) -> DecodingError {
        let path = JSONPath.keys(to: node, in: document)
        return .typeMismatch(type, .init(codingPath: path, debugDescription: expected))
    }
}

/// The `Decoder` for a type's `init(from:)`: one value of the document.
///
/// Small enough to be stored inside an `any Decoder`, so that passing it on allocates nothing.
struct ValueDecoder: Decoder {
    let pass: DecodingPass
    /// The entry of the value on the tape.
    let node: Int

    var codingPath: [any CodingKey] { JSONPath.keys(to: node, in: pass.document) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The value itself, for types that keep JSON undecoded; all its members count as known.
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
