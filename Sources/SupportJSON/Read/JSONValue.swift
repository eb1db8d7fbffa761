/// One value of a document, looked at where it lies.
///
/// Asking for something that the value is not answers nil. Keeping a value keeps its whole document
/// in memory.
package struct JSONValue: Sendable {
    let document: JSONDocument
    /// The index of its entry on the document's tape.
    let node: Int

    init(_ document: JSONDocument, _ node: Int) {
        self.document = document
        self.node = node
    }

    private var entry: JSONNode { document.tape[node] }

    /// True for `{…}`.
    package var isObject: Bool { entry.kind == .object }
    /// True for `[…]`.
    package var isArray: Bool { entry.kind == .array }
    /// True for `null`.
    package var isNull: Bool { entry.kind == .null }
    /// True for any number, also one that `int` cannot hold.
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

    /// The nearest double of any number; infinite for one that is too large.
    package var double: Double? {
        isNumber ? Double(document.writtenText(at: node)) : nil
    }

    /// True or false.
    package var bool: Bool? {
        switch entry.kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    /// The members of an object in the order written; none for any other value.
    package var members: JSONMembers { JSONMembers(self) }
    /// The elements of an array in order; none for any other value.
    package var elements: JSONElements { JSONElements(self) }

    /// The member of that name; nil too when the value is no object. Costs a look at each member.
    package subscript(member name: String) -> JSONValue? {
        guard isObject else { return nil }
        return document.name(name, from: node &+ 1, to: end).map { JSONValue(document, $0 &+ 1) }
    }

    /// The bytes of the text that the value spans, to be passed on unread.
    package var rawBytes: ArraySlice<UInt8> { document.slice(at: node) }

    /// Where in the text the value begins, in bytes.
    package var offset: Int { rawBytes.startIndex }

    /// Where in the document the value is: `params.minutes`, `lines[2]`; empty for the root.
    package var path: String { JSONPath.text(JSONPath.keys(to: node, in: document)) }

    /// The index of the entry after the value and all it holds.
    var end: Int { Int(entry.next) }
}

/// The members of one object, in the order written.
package struct JSONMembers: Sequence, IteratorProtocol, Sendable {
    private let document: JSONDocument
    private var at: Int
    private let end: Int

    init(_ value: JSONValue) {
        document = value.document
        at = value.node &+ 1
        end = value.isObject ? value.end : at
    }

    /// The next member, nil after the last.
    package mutating func next() -> (name: String, value: JSONValue)? {
        guard at < end else { return nil }
        let member = (document.text(at: at), JSONValue(document, at &+ 1))
        at = Int(document.tape[at &+ 1].next)
        return member
    }
}

/// The elements of one array, in order.
package struct JSONElements: Sequence, IteratorProtocol, Sendable {
    private let document: JSONDocument
    private var at: Int
    private let end: Int

    init(_ value: JSONValue) {
        document = value.document
        at = value.node &+ 1
        end = value.isArray ? value.end : at
    }

    /// The next element, nil after the last.
    package mutating func next() -> JSONValue? {
        guard at < end else { return nil }
        defer { at = Int(document.tape[at].next) }
        return JSONValue(document, at)
    }
}
