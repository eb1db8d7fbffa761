/// One value of a document, read in place.
///
/// An accessor of another type returns nil. Keeping a value keeps its whole document in memory.
package struct JSONValue: Sendable {
    let document: JSONDocument
    /// The index of its entry on the document's tape.
    let node: Int

    init(_ document: JSONDocument, _ node: Int) {
        (self.document, self.node) = (document, node)
    }

    private var entry: JSONNode { document.tape[node] }

    /// Whether it is `{…}`.
    package var isObject: Bool { entry.kind == .object }
    /// Whether it is `[…]`.
    package var isArray: Bool { entry.kind == .array }
    /// Whether it is `null`.
    package var isNull: Bool { entry.kind == .null }
    /// Whether it is a number, also one that `int` cannot represent.
    package var isNumber: Bool { entry.kind == .integer || entry.kind == .number }

    /// The text of a string, escapes resolved.
    package var string: String? {
        entry.kind == .string ? document.text(at: node) : nil
    }

    /// The value of a number without fraction or exponent that fits 64 bits.
    package var int: Int? {
        guard entry.kind == .integer else { return nil }
        return document.int64(at: node).map { Int($0) }
    }

    /// The nearest double of any number; infinite for one beyond the range.
    package var double: Double? {
        isNumber ? Double(document.writtenText(at: node)) : nil
    }

    /// The value of `true` or `false`.
    package var bool: Bool? {
        switch entry.kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    /// The members of an object in the order of the text; none for any other value.
    package var members: JSONMembers { JSONMembers(self) }
    /// The elements of an array in order; none for any other value.
    package var elements: JSONElements { JSONElements(self) }

    /// The member of that name; nil also when the value is no object. Takes time in proportion to
    /// the number of members.
    package subscript(member name: String) -> JSONValue? {
        guard isObject else { return nil }
        return document.name(name, from: node &+ 1, to: end).map { JSONValue(document, $0 &+ 1) }
    }

    /// The bytes of the value, to be passed on undecoded.
    package var rawBytes: ArraySlice<UInt8> { document.slice(at: node) }

    /// The offset of the value in the text, in bytes.
    package var offset: Int { rawBytes.startIndex }

    /// The path of the value in the document: `params.minutes`, `lines[2]`; empty for the root.
    package var path: String { JSONPath.text(JSONPath.keys(to: node, in: document)) }

    /// The index of the entry after the value and everything in it.
    var end: Int { Int(entry.next) }
}

/// The members of one object, in the order of the text.
package struct JSONMembers: Sequence, IteratorProtocol, Sendable {
    private var inner: InnerNodes

    init(_ value: JSONValue) { inner = InnerNodes(of: value, if: value.isObject) }

    /// The next member; nil after the last.
    package mutating func next() -> (name: String, value: JSONValue)? {
        guard let name = inner.next(), let value = inner.next() else { return nil }
        return (inner.document.text(at: name), JSONValue(inner.document, value))
    }
}

/// The elements of one array, in order.
package struct JSONElements: Sequence, IteratorProtocol, Sendable {
    private var inner: InnerNodes

    init(_ value: JSONValue) { inner = InnerNodes(of: value, if: value.isArray) }

    /// The next element; nil after the last.
    package mutating func next() -> JSONValue? {
        inner.next().map { JSONValue(inner.document, $0) }
    }
}

/// The nodes directly inside of an object or an array: of a member its name, then its value.
private struct InnerNodes {
    let document: JSONDocument
    private var at: Int
    private let end: Int

    /// None unless the value is of the kind that is walked.
    init(of value: JSONValue, if isOfKind: Bool) {
        document = value.document
        at = value.node &+ 1
        end = isOfKind ? value.end : at
    }

    mutating func next() -> Int? {
        guard at < end else { return nil }
        defer { at = Int(document.tape[at].next) }
        return at
    }
}
