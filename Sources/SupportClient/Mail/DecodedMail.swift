package import SupportJSON
package import SupportModel

/// A mail as its decoder gave it, with the bytes of its files.
package struct DecodedMail: Sendable {
    package var mail: ReceivedMail
    /// The files in their order.
    package var files: [DecodedFile]

    package init(mail: ReceivedMail, files: [DecodedFile]) {
        (self.mail, self.files) = (mail, files)
    }
}

/// A file of a mail with its bytes.
package struct DecodedFile: Hashable, Sendable {
    /// Its name, without a directory.
    package var name: String
    /// Its media type.
    package var type: String
    /// The file itself, with its transfer encoding undone.
    package var bytes: [UInt8]

    package init(name: String, type: String, bytes: [UInt8]) {
        (self.name, self.type, self.bytes) = (name, type, bytes)
    }
}

/// What the decoder writes: a line with the digest of the whole mail, a line with the mail and the
/// names and lengths of its files, and then the bytes of the files one after the other.
package enum DecoderOutput {
    /// The first line.
    private struct Digest: Codable {
        var digest: ContentHash
    }

    /// The second line.
    private struct Head: Codable {
        var mail: ReceivedMail
        var files: [MailFile]
    }

    /// The first line.
    package static func line(_ digest: ContentHash) -> [UInt8] {
        ((try? LineJSONEncoder.encode(Digest(digest: digest))) ?? []) + [10]
    }

    /// The second line.
    package static func line(_ mail: ReceivedMail, _ files: [DecodedFile]) -> [UInt8] {
        let named = files.map { MailFile(name: $0.name, type: $0.type, bytes: $0.bytes.count) }
        return ((try? LineJSONEncoder.encode(Head(mail: mail, files: named))) ?? []) + [10]
    }

    /// The digest of an output; nil where it was not written.
    static func digest(of output: [UInt8]) -> ContentHash? {
        guard let end = output.firstIndex(of: 10) else { return nil }
        return value(Digest.self, of: Array(output[..<end]))?.digest
    }

    /// The mail of an output; nil where it is not whole.
    package static func mail(of output: [UInt8]) -> DecodedMail? {
        guard let first = output.firstIndex(of: 10),
            let second = output[(first + 1)...].firstIndex(of: 10),
            let head = value(Head.self, of: Array(output[(first + 1)..<second]))
        else { return nil }
        var at = second + 1
        var files: [DecodedFile] = []
        for file in head.files {
            guard file.bytes >= 0, file.bytes <= output.count - at else { return nil }
            files.append(
                DecodedFile(
                    name: file.name, type: file.type, bytes: Array(output[at..<(at + file.bytes)])))
            at += file.bytes
        }
        return at == output.count ? DecodedMail(mail: head.mail, files: files) : nil
    }

    private static func value<Value: Decodable>(_ type: Value.Type, of line: [UInt8]) -> Value? {
        guard let document = try? JSONDocument(line) else { return nil }
        return try? StrictJSONDecoder.decode(type, from: document.root, unknownMembers: .refused)
    }
}
