/// A value of a request that may be one or a list of them: what is one of them matches.
package struct OneOrMore<Element: Codable & Hashable & Sendable>: Hashable, Sendable {
    /// One or more, in the order in which they were given.
    package let elements: [Element]

    /// Nil for none.
    package init?(_ elements: [Element]) {
        guard !elements.isEmpty else { return nil }
        self.elements = elements
    }

    /// Whether a value is one of them.
    package func contains(_ element: Element) -> Bool { elements.contains(element) }
}

/// One as itself, several as a list.
extension OneOrMore: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let element = try? container.decode(Element.self) {
            elements = [element]
            return
        }
        elements = try container.decode([Element].self)
        guard !elements.isEmpty else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected one or more, not an empty list")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if elements.count == 1 {
            try container.encode(elements[0])
        } else {
            try container.encode(elements)
        }
    }
}
