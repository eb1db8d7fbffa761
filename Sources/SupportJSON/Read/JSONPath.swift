/// The place of a value in a document, computed only for an error.
enum JSONPath {
    /// The names and indexes from the root to a value, or to a member's name.
    static func keys(to node: Int, in document: JSONDocument) -> [JSONPathKey] {
        var keys: [JSONPathKey] = []
        var at = 0
        while at != node, at < document.tape.count {
            switch document.tape[at].kind {
            case .object: at = member(around: node, from: at &+ 1, in: document, &keys)
            case .array: at = element(around: node, from: at &+ 1, in: document, &keys)
            default: return keys
            }
        }
        return keys
    }

    /// As in `params.minutes`, `lines[2].text`; long names are cut.
    static func text(_ keys: [any CodingKey]) -> String {
        var result = ""
        for key in keys {
            if let index = (key as? JSONPathKey)?.index {
                result += "[\(index)]"
            } else {
                result += result.isEmpty ? "" : "."
                result += shortened(key.stringValue)
            }
        }
        return result
    }

    private static func shortened(_ name: String) -> String {
        let head = name.prefix(JSONLimits.pathNameCharactersMax)
        return head.endIndex == name.endIndex ? name : head + "…"
    }

    private static func member(
        around node: Int, from first: Int, in document: JSONDocument, _ keys: inout [JSONPathKey]
    ) -> Int {
        var at = first
        while document.tape[at &+ 1].next <= node { at = Int(document.tape[at &+ 1].next) }
        keys.append(JSONPathKey(name: document.text(at: at)))
        return at == node ? node : at &+ 1
    }

    private static func element(
        around node: Int, from first: Int, in document: JSONDocument, _ keys: inout [JSONPathKey]
    ) -> Int {
        var (at, index) = (first, 0)
        while document.tape[at].next <= node {
            at = Int(document.tape[at].next)
            index &+= 1
        }
        keys.append(JSONPathKey(index: index))
        return at
    }
}

/// One step of a path: a member's name or an element's index.
struct JSONPathKey: CodingKey {
    let stringValue: String
    /// The index of an element, counted from 0; nil for a member.
    let index: Int?

    var intValue: Int? { index }

    init(name: String) {
        stringValue = name
        index = nil
    }

    init(index: Int) {
        stringValue = String(index)
        self.index = index
    }

    init?(stringValue: String) { self.init(name: stringValue) }
    init?(intValue: Int) { self.init(index: intValue) }
}
