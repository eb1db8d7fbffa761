/// A short name that a person chose for one thing of a kind: client `acme`, monitor `acme-shop`.
///
/// 1 to 64 bytes: a lower-case letter first, then lower-case letters, digits, `-`, `_` and `.`. The
/// first letter keeps it apart from a number, so that one argument can be either.
package struct Name<Subject>: Hashable, Sendable, Comparable, Codable {
    /// The name as it was given.
    package let text: String

    /// What a name may be, for a person who gave another.
    package static var rule: String {
        "1 to \(Limits.nameBytesMax) characters: a lower-case letter, then letters, digits, - _ ."
    }

    /// Nil when the text breaks the rule.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard let first = bytes.first, (97...122).contains(first),
            bytes.count <= Limits.nameBytesMax,
            bytes.allSatisfy({
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46
                    || $0 == 95
            })
        else { return nil }
        self.text = text
    }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    package init(from decoder: any Decoder) throws {
        self = try decoder.scalar("a name of \(Self.rule)") { Self($0) }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Name: CustomStringConvertible {
    package var description: String { text }
}
