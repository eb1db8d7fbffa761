/// The state shared by the containers of one encoding: the buffer, and the objects and arrays in it
/// that are still open.
///
/// `Codable` does not say when a container is complete. It is ended when the value that opened it
/// has been encoded, or when a container around it is written to.
final class EncodingPass {
    // Checking exclusive access costs a fifth of the encoding. No accesses can overlap: the writer
    // calls nothing but the standard library while it is written to.
    @exclusivity(unchecked) var writer: JSONWriter
    /// The open objects and arrays, outermost first.
    private var open: [OpenContainer] = []
    /// The first fault in a call that cannot throw; nil for none.
    private var complaint: String?
    /// The offset of a value whose encoder was handed out before the value is written; nil for
    /// none.
    private var promisedStart: Int?
    /// True when `complaint` or `promisedStart` must be handled before the next token.
    private var needsCare = false

    init(after bytes: consuming [UInt8]) {
        writer = JSONWriter(after: bytes)
    }

    /// The buffer after everything is written.
    func takeBytes() -> [UInt8] {
        var rest = JSONWriter()
        swap(&rest, &writer)
        return rest.take()
    }

    /// Encodes a whole value where the next token goes; an empty object for a value that writes
    /// nothing.
    func encode<Value: Encodable>(_ value: Value) throws {
        writer.separate()
        let encoder = ValueEncoder(pass: self, level: open.count, start: writer.count)
        try value.encode(to: encoder)
        try finish(encoder.level)
        if writer.count == encoder.start {
            writer.beginObject()
            writer.endObject()
        }
    }

    /// Ends all containers above a level.
    func finish(_ level: Int) throws {
        if needsCare { try takeCare() }
        while open.count > level { try end() }
    }

    /// An encoder for the value where the next token goes, to be used later; a value that is not
    /// written by then becomes an empty object.
    func promise() -> ValueEncoder {
        writer.separate()
        promisedStart = writer.count
        needsCare = true
        return ValueEncoder(pass: self, level: open.count, start: writer.count)
    }

    private func takeCare() throws {
        if let complaint { throw JSONEncodingFault(member: "", message: complaint) }
        if promisedStart == writer.count {
            writer.beginObject()
            writer.endObject()
        }
        promisedStart = nil
        needsCare = false
    }

    /// The place of the object or array that a value encodes as, opened now or already opened by an
    /// earlier container of the same encoder.
    func container(_ kind: OpenContainer.Kind, for encoder: ValueEncoder) -> ContainerPlace {
        let place = ContainerPlace(level: encoder.level, start: encoder.start)
        if open.indices.contains(place.level), open[place.level].start == place.start {
            if open[place.level].kind != kind {
                complain("one value cannot be both an object and an array")
            }
            return place
        }
        guard writer.count == place.start else {
            complain("one value cannot be written twice")
            return place
        }
        return begin(kind)
    }

    /// Begins an object or an array where the next token goes.
    func begin(_ kind: OpenContainer.Kind) -> ContainerPlace {
        if open.count >= JSONLimits.depthMax {
            complain("nested deeper than \(JSONLimits.depthMax) levels")
        }
        writer.separate()
        let place = ContainerPlace(level: open.count, start: writer.count)
        open.append(OpenContainer(kind: kind, start: place.start))
        if kind == .array { writer.beginArray() } else { writer.beginObject() }
        return place
    }

    /// Ends the containers inside a container, so that it can be written to.
    @inline(__always)
    func enter(_ place: ContainerPlace) throws {
        if open.count != place.level &+ 1 || needsCare { try finish(place.level &+ 1) }
        guard let last = open.last, last.start == place.start, open.count == place.level &+ 1 else {
            throw JSONEncodingFault(member: "", message: "this container is already ended")
        }
    }

    /// Counts one more element of the array that was entered.
    @inline(__always)
    func countElement() { open[open.count &- 1].count &+= 1 }

    /// The number of elements of an array so far.
    func count(_ place: ContainerPlace) -> Int {
        open.indices.contains(place.level) ? open[place.level].count : 0
    }

    /// Marks an object whose members are sorted by name when it ends.
    func sortMembers(of place: ContainerPlace) {
        guard open.indices.contains(place.level) else { return }
        open[place.level].isSorted = true
    }

    /// Records a fault in a call that cannot throw; the encoding then fails.
    func complain(_ message: String) {
        complaint = complaint ?? message
        needsCare = true
    }

    private func end() throws {
        guard let last = open.popLast() else { return }
        switch last.kind {
        case .object: writer.endObject()
        case .array: writer.endArray()
        }
        if last.isSorted { try SortedMembers.sort(&writer, from: last.start) }
    }
}

/// An object or an array that has begun and not ended.
struct OpenContainer {
    /// The kind of container.
    enum Kind {
        case object
        case array
    }

    let kind: Kind
    /// The offset of its opening bracket in the buffer, which identifies it.
    let start: Int
    /// The number of elements of an array so far.
    var count = 0
    /// True for the object of a dictionary.
    var isSorted = false
}

/// Identifies an open container: by the number of containers around it and the offset of its
/// bracket.
struct ContainerPlace {
    let level: Int
    let start: Int
}

/// The `Encoder` for a type's `encode(to:)`: the place of one value.
///
/// Small enough to be stored inside an `any Encoder`, so that passing it on allocates nothing.
struct ValueEncoder: Encoder {
    let pass: EncodingPass
    /// The number of open containers around the value.
    let level: Int
    /// The offset of the value in the buffer.
    let start: Int

    /// Always empty: a fault is located by its nearest member.
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

    /// Writes the value as one token, or as JSON that was encoded before.
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
