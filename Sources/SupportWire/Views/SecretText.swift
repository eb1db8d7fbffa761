/// A secret on its way between the client and the desk (R6): a plain text in JSON, and nothing to
/// read anywhere else, so that no log or message can show one by chance.
package struct SecretText: Codable, Hashable, Sendable {
    /// The secret itself, 1 to 16384 bytes.
    package let text: String

    /// Keeps a secret from being printed.
    package init(_ text: String) { self.text = text }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension SecretText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(a secret)" }
    package var debugDescription: String { description }
    /// Nothing, so that a dump shows nothing.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
