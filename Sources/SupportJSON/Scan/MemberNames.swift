/// Compares the names of an object's members, after unescaping.
enum MemberNames {
    /// The most members of an object whose names are compared pairwise, where they share a mark;
    /// beyond it, names are sorted by a hash with a seed of the process, for which no input can
    /// force collisions.
    private static let comparedDirectlyMax = 32

    /// Throws at the second use of a name, at the first such place in the object.
    static func refuseDuplicates(
        _ tape: ContiguousArray<JSONNode>, of object: Int, _ bytes: Span<UInt8>
    ) throws(JSONFault) {
        let end = Int(tape[object].next)
        var seen: UInt64 = 0
        var count = 0
        var name = object &+ 1
        while name < end {
            count &+= 1
            guard count <= comparedDirectlyMax else {
                return try refuseDuplicatesByHash(tape, of: object, bytes)
            }
            let bits = mark(tape[name], bytes)
            if seen & bits != 0 {
                try compare(name, withThoseFrom: object &+ 1, tape, bytes)
            }
            seen |= bits
            name = Int(tape[name &+ 1].next)
        }
    }

    /// One bit of 64 that equal names share; all bits for a name with escapes.
    @inline(__always)
    private static func mark(_ name: JSONNode, _ bytes: Span<UInt8>) -> UInt64 {
        guard !name.isEscaped else { return .max }
        guard name.length > 0 else { return 1 }
        let range = name.range
        let first = UInt32(bytes[range.lowerBound])
        let last = UInt32(bytes[range.upperBound &- 1])
        let middle = UInt32(bytes[range.lowerBound &+ range.count / 2])
        let mixed = first &* 31 &+ last &* 7 &+ middle &* 3 &+ name.length &* 13
        return 1 << UInt64(mixed & 63)
    }

    private static func compare(
        _ name: Int, withThoseFrom first: Int, _ tape: ContiguousArray<JSONNode>,
        _ bytes: Span<UInt8>
    ) throws(JSONFault) {
        var earlier = first
        while earlier < name {
            if areEqual(tape[earlier], tape[name], bytes) {
                throw JSONFault(.duplicateMember, at: Int(tape[name].start) &- 1)
            }
            earlier = Int(tape[earlier &+ 1].next)
        }
    }

    private static func refuseDuplicatesByHash(
        _ tape: ContiguousArray<JSONNode>, of object: Int, _ bytes: Span<UInt8>
    ) throws(JSONFault) {
        let end = Int(tape[object].next)
        var hashed: [(hash: Int, name: Int)] = []
        var name = object &+ 1
        while name < end {
            hashed.append((hash(tape[name], bytes), name))
            name = Int(tape[name &+ 1].next)
        }
        hashed.sort { ($0.hash, $0.name) < ($1.hash, $1.name) }
        var duplicate: Int?
        for at in hashed.indices.dropFirst() where hashed[at].hash == hashed[at &- 1].hash {
            let (earlier, later) = (hashed[at &- 1].name, hashed[at].name)
            guard areEqual(tape[earlier], tape[later], bytes) else { continue }
            duplicate = min(duplicate ?? later, later)
        }
        if let duplicate {
            throw JSONFault(.duplicateMember, at: Int(tape[duplicate].start) &- 1)
        }
    }

    private static func hash(_ name: JSONNode, _ bytes: Span<UInt8>) -> Int {
        var hasher = Hasher()
        if name.isEscaped {
            for byte in StringText.unescaped(bytes, name.range) { hasher.combine(byte) }
        } else {
            for at in name.range { hasher.combine(bytes[at]) }
        }
        return hasher.finalize()
    }

    private static func areEqual(
        _ one: JSONNode, _ other: JSONNode, _ bytes: Span<UInt8>
    ) -> Bool {
        if one.isEscaped || other.isEscaped {
            return StringText.unescaped(bytes, one.range)
                == StringText.unescaped(bytes, other.range)
        }
        guard one.length == other.length else { return false }
        let distance = Int(other.start) &- Int(one.start)
        return one.range.allSatisfy { bytes[$0] == bytes[$0 &+ distance] }
    }
}

/// Converts a Swift name to the name of a JSON member: `agreedBy` is `agreed_by`.
///
/// Keys of a dictionary are data and stay unchanged.
enum MemberCase {
    /// The member's name for a key of a type.
    @inline(__always)
    static func name<Key: CodingKey>(_ key: Key) -> String {
        let name = key.stringValue
        guard name.utf8.contains(where: isCapital), !DictionaryKeys.include(Key.self) else {
            return name
        }
        return snakeCase(name)
    }

    /// Replaces each capital by `_` and its lower-case letter.
    static func snakeCase(_ name: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.utf8.count + 4)
        for byte in name.utf8 {
            if isCapital(byte) {
                bytes.append(UInt8(ascii: "_"))
                bytes.append(byte | 0x20)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
}
