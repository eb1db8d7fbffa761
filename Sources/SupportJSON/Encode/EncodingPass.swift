/// What the containers of one call to encode share: the buffer, and which objects and arrays in it
/// are still open.
///
/// `Codable` does not say when a container is done with. It is ended when the value that opened it
/// has been encoded, or when one around it is written to.
final class EncodingPass {
    // Checking each access for overlap costs a fifth of the encoding. None can overlap: the writer
    // calls nothing but the standard library while it is written to.
    @exclusivity(unchecked) var writer: JSONWriter
    /// The open objects and arrays, outermost first.
    private var open: [OpenContainer] = []
    /// The first thing that a call which cannot throw had to complain of.
    private var complaint: String?
    /// Where a value is to be that an encoder was handed out for.
    private var promisedStart: Int?
    /// True when the next step has to look at one of these two.
    private var needsCare = false

    init(after bytes: consuming [UInt8]) {
        writer = JSONWriter(after: bytes)
    }

    /// The buffer, when all is written.
    func takeBytes() -> [UInt8] {
        var rest = JSONWriter()
        swap(&rest, &writer)
        return rest.take()
    }

    /// A whole value, where the next token goes; an empty object for one that writes nothing.
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

    /// Ends everything that was opened above a level.
    func finish(_ level: Int) throws {
        if needsCare { try takeCare() }
        while open.count > level { try end() }
    }

    /// An encoder for the value that goes where the next token does, to be used later; a value that
    /// is not written by then becomes an empty object.
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

    /// The place of an object or an array that a value is going to be, opened now or, for a second
    /// container of the same encoder, before.
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

    /// An object or an array that begins where the next token goes.
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

    /// Makes a container the innermost again, to be written to.
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

    /// How many elements an array has so far.
    func count(_ place: ContainerPlace) -> Int {
        open.indices.contains(place.level) ? open[place.level].count : 0
    }

    /// Merges an object's members into the order of their names when it ends.
    func sortMembers(of place: ContainerPlace) {
        guard open.indices.contains(place.level) else { return }
        open[place.level].isSorted = true
    }

    /// Makes the encoding fail, from a call that cannot throw.
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

/// An object or an array that was begun and not yet ended.
struct OpenContainer {
    /// Which brackets it has.
    enum Kind {
        case object
        case array
    }

    let kind: Kind
    /// The offset of its bracket in the buffer, which no other container shares.
    let start: Int
    /// How many elements an array has so far.
    var count = 0
    /// True for a dictionary's object.
    var isSorted = false

    init(kind: Kind, start: Int) {
        self.kind = kind
        self.start = start
    }
}

/// Which open container is meant: how many are around it, and where its bracket is.
struct ContainerPlace {
    let level: Int
    let start: Int
}

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
