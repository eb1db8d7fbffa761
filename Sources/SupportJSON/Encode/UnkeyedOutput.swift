/// The elements of one array, written in order.
///
/// Small enough to be stored inside an `any UnkeyedEncodingContainer`.
struct UnkeyedOutput: UnkeyedEncodingContainer {
    let pass: EncodingPass
    let place: ContainerPlace

    var codingPath: [any CodingKey] { [] }
    var count: Int { pass.count(place) }

    func encodeNil() throws {
        try element()
        pass.writer.null()
    }

    func encode<Value: Encodable>(_ value: Value) throws {
        try element()
        try pass.encode(value)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        encoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder() }

    @inline(__always)
    private func element() throws {
        try pass.enter(place)
        pass.countElement()
    }

    /// The encoder of an element whose value is written later.
    private func encoder() -> ValueEncoder {
        do {
            try element()
        } catch {
            pass.complain(JSONEncodingFault(error).message)
        }
        return pass.promise()
    }
}

// One method for each type that the standard library names.
extension UnkeyedOutput {
    func encode(_ value: Bool) throws {
        try element()
        pass.writer.bool(value)
    }
    func encode(_ value: String) throws {
        try element()
        pass.writer.string(value)
    }
    func encode(_ value: Double) throws {
        try element()
        try pass.writer.double(value)
    }
    func encode(_ value: Float) throws {
        try element()
        try pass.writer.double(value)
    }
    func encode(_ value: Int) throws {
        try element()
        pass.writer.int(value)
    }
    func encode(_ value: Int8) throws {
        try element()
        pass.writer.int(value)
    }
    func encode(_ value: Int16) throws {
        try element()
        pass.writer.int(value)
    }
    func encode(_ value: Int32) throws {
        try element()
        pass.writer.int(value)
    }
    func encode(_ value: Int64) throws {
        try element()
        pass.writer.int(value)
    }
    func encode(_ value: UInt) throws {
        try element()
        pass.writer.int(value)
    }
    func encode(_ value: UInt8) throws {
        try element()
        pass.writer.int(value)
    }
    func encode(_ value: UInt16) throws {
        try element()
        pass.writer.int(value)
    }
    func encode(_ value: UInt32) throws {
        try element()
        pass.writer.int(value)
    }
    func encode(_ value: UInt64) throws {
        try element()
        pass.writer.int(value)
    }
}
