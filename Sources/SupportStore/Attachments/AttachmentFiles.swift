import Crypto
import SupportJSON
package import SupportModel
package import SupportSystem

// The contents of attachments lie in a directory of their own, `attachments` in the state directory,
// each in a file that is named after its SHA-256. A file has its name only once all of it is durable,
// and that before any record names it; it is never written again. In a backup the copies lie beside
// those of the journal.

/// The SHA-256 of bytes that come piece by piece.
struct ContentDigest: Sendable {
    private var hash = SHA256()

    /// Takes the next bytes.
    mutating func take(_ bytes: some Sequence<UInt8>) {
        hash.update(data: Array(bytes))
    }

    /// The digest of all that came so far.
    var content: ContentHash {
        guard let content = ContentHash(Hexadecimal.text(hash.finalize())) else {
            preconditionFailure("a digest has 64 digits")
        }
        return content
    }
}

/// The contents of attachments in one directory, to be read.
package struct AttachmentFiles: Sendable {
    /// The directory in a state directory.
    package static let directoryName = "attachments"

    /// What is there of a content.
    package enum Standing: Hashable, Sendable {
        /// All of it.
        case whole
        /// No file has its name.
        case missing
        /// The file cannot be read, or does not have the digest that it is named after.
        case damaged
    }

    /// The directory that they lie in.
    package let storage: any Storage
    private static let pieceBytes = 262_144

    /// Those of a directory, or of a backup.
    package init(_ storage: any Storage) { self.storage = storage }

    /// The contents that are there with their lengths, unread. A file that cannot be looked at counts
    /// as missing, and what has another name is somebody else's.
    package func contents() throws(SystemFault) -> StoredContents {
        var contents = StoredContents()
        for name in try storage.names() {
            guard let content = ContentHash(name), let bytes = length(of: content) else { continue }
            contents.insert(content, bytes: bytes)
        }
        return contents
    }

    /// The length of a content in bytes, unread; nil where it cannot be looked at.
    package func length(of content: ContentHash) -> Int? {
        guard let file = try? storage.open(content.text, writing: false) else { return nil }
        return try? file.size()
    }

    /// Reads a content and compares its digest.
    ///
    /// - Parameter isWanted: asked for every piece; false ends the reading, and nil is returned.
    package func standing(
        of content: ContentHash, while isWanted: () -> Bool = { true }
    ) -> Standing? {
        var digest = ContentDigest()
        do throws(SystemFault) {
            let file = try storage.open(content.text, writing: false)
            let size = try file.size()
            var offset = 0
            while offset < size {
                guard isWanted() else { return nil }
                let piece = try file.read(at: offset, count: Self.pieceBytes)
                guard !piece.isEmpty else { break }
                digest.take(piece)
                offset += piece.count
            }
        } catch {
            return error.isMissing ? .missing : .damaged
        }
        return digest.content == content ? .whole : .damaged
    }

    /// A part of a content, shorter only at its end.
    package func read(
        _ content: ContentHash, at offset: Int, count: Int
    ) throws(StoreFault) -> [UInt8] {
        try StoreFault.naming(content.text, "read an attachment") { () throws(SystemFault) in
            try storage.open(content.text, writing: false).read(at: offset, count: count)
        }
    }

    /// Copies a content that is whole into another directory, durably.
    package func copy(_ content: ContentHash, to target: any Storage) throws(SystemFault) {
        let file = try storage.open(content.text, writing: false)
        let size = try file.size()
        _ = try writeFileDurably(content.text, in: target) { new throws(SystemFault) in
            var offset = 0
            while offset < size {
                let piece = try file.read(at: offset, count: Self.pieceBytes)
                guard !piece.isEmpty else { break }
                try new.write(piece[...], at: offset)
                offset += piece.count
            }
            return true
        }
    }
}
