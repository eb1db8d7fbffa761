/// What the containers of one call to decode share: the document, and which members were asked for.
final class DecodingPass {
    let document: JSONDocument
    /// One bit for each two entries of the tape, set when a member's name there was asked for. A
    /// name has its value right after it, so no two names share a bit.
    private var firstAsked: UInt64 = 0
    private var laterAsked: [UInt64] = []
    /// Where the search for the next name begins, so that members read in order cost one look each.
    private var nextName = (object: -1, at: 0)

    init(_ document: JSONDocument) {
        self.document = document
    }

    /// A `Decodable` out of the value at that entry.
    @inline(__always)
    func decode<Value: Decodable>(_ type: Value.Type, at node: Int) throws -> Value {
        do {
            return try Value(from: ValueDecoder(pass: self, node: node))
        } catch {
            throw Choices.told(of: type, error)
        }
    }

    /// The entry of the value of a member, which is from now on known; nil where there is none.
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

    /// Lets the search in an object go on after the value of a member, which was read meanwhile.
    @inline(__always)
    func resume(_ object: Int, after value: Int) {
        nextName = (object, Int(document.tape[value].next))
    }

    /// Makes every member inside of a value known.
    func allowAll(in value: Int) {
        for node in value..<Int(document.tape[value].next)
        where document.tape[node].kind == .name {
            markAsked(node)
        }
    }

    /// Makes the member of that name known, with anything in it.
    func allow(_ name: String, in object: Int) {
        if let value = find(name, in: object) { allowAll(in: value) }
    }

    /// The first name in a value that nobody asked for.
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
