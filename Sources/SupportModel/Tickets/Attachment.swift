/// A file that belongs to a ticket. Its bytes are kept beside the journal under their digest.
package struct Attachment: Hashable, Sendable, Codable {
    /// The digest of its bytes, by which it is found.
    package var content: ContentHash
    /// The name of the file, without a directory.
    package var name: String
    /// Its media type: `image/png`.
    package var type: String
    /// Its length in bytes.
    package var bytes: Int

    package init(content: ContentHash, name: String, type: String, bytes: Int) {
        (self.content, self.name, self.type, self.bytes) = (content, name, type, bytes)
    }
}

/// The SHA-256 of a file's bytes; its text is 64 hexadecimal digits in lower case.
package struct ContentHash: Hashable, Sendable, TextCodable {
    package static let expected = "64 hexadecimal digits in lower case"

    package let text: String

    /// Nil for anything but 64 hexadecimal digits in lower case.
    package init?(_ text: String) {
        let isDigit: (UInt8) -> Bool = { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
        guard text.utf8.count == 64, text.utf8.allSatisfy(isDigit) else { return nil }
        self.text = text
    }

    package var description: String { text }
}
