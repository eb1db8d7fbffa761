/// The media types of attachments: what a file is, by its first bytes and the suffix of its name.
package enum MediaType {
    /// The type of a file of which nothing is known.
    package static let unknown = "application/octet-stream"

    /// How many of a file's first bytes are looked at.
    package static let leadingBytesMax = 512

    /// Whether a text is a media type as attachments have it: `type/subtype` in lower case, at most
    /// `Limits.mediaTypeBytesMax` bytes, without parameters.
    package static func isOne(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return text.utf8.count <= Limits.mediaTypeBytesMax && parts.count == 2
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isOfToken) }
    }

    /// Whether a text names media types to be refused: one, or all of a kind, `image/*`.
    package static func isPattern(_ text: String) -> Bool {
        isOne(text.hasSuffix("/*") ? String(text.dropLast()) + "any" : text)
    }

    private static func isOfToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$&-^_.+".utf8.contains(byte)
        }
    }

    /// The type of a file.
    ///
    /// What the bytes say goes before what the name says, but that many formats are archives or text
    /// inside, of which only the name tells them apart.
    package static func of(name: String, leading: some Collection<UInt8>) -> String {
        let leading = Array(leading.prefix(leadingBytesMax))
        let suffix = suffix(of: name)
        let named = suffix.flatMap { bySuffix[$0] }
        if let signature = signatures.first(where: { $0.fits(leading) }) {
            guard signature.isContainer, let named, inContainers.contains(named) else {
                return signature.type
            }
            return named
        }
        guard let named else { return isText(leading) ? "text/plain" : unknown }
        // A name that says text does not make other bytes text.
        return named.hasPrefix("text/") && !isText(leading) ? unknown : named
    }

    private static func suffix(of name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        return name[name.index(after: dot)...].lowercased()
    }

    /// Whether bytes are the beginning of a text in UTF-8; not for none.
    private static func isText(_ leading: [UInt8]) -> Bool {
        guard !leading.isEmpty else { return false }
        let isPlain = leading.allSatisfy { $0 >= 32 && $0 != 127 || (9...13).contains($0) }
        // The last character may be cut.
        return isPlain
            && (0..<min(4, leading.count)).contains {
                String(validating: leading.dropLast($0), as: UTF8.self) != nil
            }
    }

    /// The first bytes of the files of a type.
    private struct Signature {
        let type: String
        let bytes: [UInt8]
        var offset = 0
        /// Whether other types have the same bytes, which only a name tells apart.
        var isContainer = false

        func fits(_ leading: [UInt8]) -> Bool {
            leading.dropFirst(offset).starts(with: bytes)
        }
    }

    private static let signatures = [
        Signature(type: "image/png", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        Signature(type: "image/jpeg", bytes: [0xFF, 0xD8, 0xFF]),
        Signature(type: "image/gif", bytes: Array("GIF87a".utf8)),
        Signature(type: "image/gif", bytes: Array("GIF89a".utf8)),
        Signature(type: "image/webp", bytes: Array("WEBP".utf8), offset: 8),
        Signature(type: "application/pdf", bytes: Array("%PDF-".utf8)),
        Signature(
            type: "application/zip", bytes: [0x50, 0x4B, 0x03, 0x04], isContainer: true),
        Signature(type: "application/gzip", bytes: [0x1F, 0x8B]),
        Signature(type: "application/zstd", bytes: [0x28, 0xB5, 0x2F, 0xFD]),
        Signature(type: "application/x-xz", bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
        Signature(type: "application/x-tar", bytes: Array("ustar".utf8), offset: 257),
        Signature(type: "application/vnd.sqlite3", bytes: Array("SQLite format 3\0".utf8)),
        Signature(type: "application/x-elf", bytes: [0x7F, 0x45, 0x4C, 0x46]),
        Signature(
            type: "application/x-msdownload", bytes: Array("MZ".utf8), isContainer: true),
        Signature(type: "video/mp4", bytes: Array("ftyp".utf8), offset: 4, isContainer: true),
        Signature(type: "video/webm", bytes: [0x1A, 0x45, 0xDF, 0xA3]),
    ]

    private static let bySuffix = [
        "txt": "text/plain", "log": "text/plain", "md": "text/markdown", "csv": "text/csv",
        "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript",
        "xml": "application/xml", "json": "application/json", "har": "application/json",
        "svg": "image/svg+xml", "eml": "message/rfc822", "ics": "text/calendar",
        "sql": "application/sql", "php": "text/x-php", "diff": "text/x-diff",
        "patch": "text/x-diff", "pdf": "application/pdf", "heic": "image/heic",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "mov": "video/quicktime",
    ]

    /// The types whose files begin like those of another type.
    private static let inContainers: Set<String> = Set(
        ["docx", "xlsx", "pptx", "odt", "ods", "mov", "heic"].compactMap { bySuffix[$0] })
}
