/// The name of a zone in the IANA database, such as `Europe/Kyiv`; whether it exists has not been
/// checked.
package struct ZoneName: Hashable, Sendable, TextCodable {
    /// The name as written.
    package let text: String

    /// Coordinated Universal Time, which every host has.
    package static let utc = ZoneName(text: "UTC")

    private init(text: String) { self.text = text }

    /// Nil for a text that cannot be a zone's name: empty, over 64 bytes, or with other characters.
    package init?(_ text: String) {
        let plausible = text.utf8.allSatisfy {
            (65...90).contains($0 & 0xDF) || (48...57).contains($0)
                || [43, 45, 47, 95].contains($0)
        }
        guard plausible, !text.isEmpty, text.utf8.count <= Limits.nameBytesMax else { return nil }
        self.text = text
    }

    package var description: String { text }

    package static let expected = "a time zone such as Europe/Berlin"
}
