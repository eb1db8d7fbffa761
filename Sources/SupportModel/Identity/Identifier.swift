/// A number that the desk assigned to one thing of a kind: ticket 12, contract 3.
///
/// Counted from 1 in the order of assignment and never reused. Its JSON is the bare number.
package struct Identifier<Subject>: Hashable, Sendable, Comparable, Codable {
    /// 1 or more.
    package let number: Int

    /// Nil for a number that is never assigned: 0 and below.
    package init?(_ number: Int) {
        guard number > 0 else { return nil }
        self.number = number
    }

    /// The identifier after the last assigned one.
    package init(after last: Int) {
        number = max(0, min(last, .max - 1)) + 1
    }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let identifier = Self(try container.decode(Int.self)) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected 1 or more"))
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

extension Identifier: CustomStringConvertible {
    package var description: String { String(number) }
}

/// A value that is one text in JSON, the same that `description` gives.
package protocol TextCodable: Codable, CustomStringConvertible {
    /// What a text has to be, for the error about another one: `a date such as 2026-11-23`.
    static var expected: String { get }
    /// Nil for a text that is no such value.
    init?(_ text: String)
}

extension TextCodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "expected \(Self.expected)"))
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
