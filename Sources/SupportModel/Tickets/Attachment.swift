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
        guard text.utf8.count == 64, Self.areDigits(text) else { return nil }
        self.text = text
    }

    package var description: String { text }

    /// The first 12 digits, which people read and type.
    package var short: String { String(text.prefix(12)) }

    /// Whether a text holds hexadecimal digits in lower case and nothing else.
    static func areDigits(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        }
    }
}

extension Ticket {
    /// The files that belong to it, in the order in which they came; those that were detached are not
    /// among them.
    package var attachments: [Attachment] { remarks.flatMap { $0.attachments ?? [] } }

    /// The attachments that a person names: by name, or by the first digits of the digest, at least
    /// `Limits.digestDigitsMin`. All of them have the same content; never empty.
    package func attachments(named text: String) throws(Refusal) -> [Attachment] {
        let all = attachments
        var found = all.filter { $0.name == text }
        if found.isEmpty, text.utf8.count >= Limits.digestDigitsMin, ContentHash.areDigits(text) {
            found = all.filter { $0.content.text.hasPrefix(text) }
        }
        guard let first = found.first else { throw .unknown(.attachment, text) }
        guard found.allSatisfy({ $0.content == first.content }) else {
            throw .attachment(.ambiguous(number, text, found))
        }
        return found
    }

    /// The length of all its contents together, in bytes; files of the same content count once.
    var attachedBytes: Int {
        var seen: Set<ContentHash> = []
        return attachments.reduce(0) { sum, file in
            seen.insert(file.content).inserted ? sum.adding(file.bytes) : sum
        }
    }
}

extension Int {
    /// The sum, or the largest number where it is larger than that.
    fileprivate func adding(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}

extension State {
    /// Whether a ticket has an attachment of this content.
    package func isNamed(_ content: ContentHash) -> Bool { namedContents[content] != nil }

    /// Counts the attachments that a ticket has got.
    mutating func count(_ attachments: [Attachment]) {
        for file in attachments {
            var use = namedContents[file.content] ?? ContentUse(bytes: file.bytes, count: 0)
            use.count += 1
            namedContents[file.content] = use
        }
    }

    /// Counts the attachments that a ticket has no more.
    mutating func discount(_ attachments: [Attachment]) {
        for file in attachments {
            guard var use = namedContents[file.content] else { continue }
            use.count -= 1
            namedContents[file.content] = use.count > 0 ? use : nil
        }
    }
}

/// How a content is used by tickets.
package struct ContentUse: Hashable, Sendable {
    /// Its length in bytes, as the attachments say.
    package var bytes: Int
    /// How many attachments of tickets have it; 1 or more.
    package var count: Int

    package init(bytes: Int, count: Int) {
        (self.bytes, self.count) = (bytes, count)
    }
}
