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

extension Decoder {
    /// Reads a text and turns it into a value; the error says what was expected instead.
    func scalar<Value>(_ expected: String, _ parse: (String) -> Value?) throws -> Value {
        let container = try singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = parse(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath, debugDescription: "expected \(expected)"))
        }
        return value
    }
}
