/// A file of a state directory that a backup holds a copy of.
package struct BackupFile: Hashable, Sendable, Codable {
    /// Its name in the state directory.
    package var name: String
    /// Its length there, in bytes.
    package var bytes: Int
    /// Identifies its content: files of one name and digest hold the same.
    package var digest: String
    /// The last record of the copy, for the file that takes new records; nil: the whole file.
    package var through: UInt64?

    package init(name: String, bytes: Int, digest: String, through: UInt64? = nil) {
        (self.name, self.bytes, self.digest, self.through) = (name, bytes, digest, through)
    }
}

/// A part of a file that is copied.
package struct BackupPiece: Hashable, Sendable {
    /// The bytes, without the zeros at their end.
    package let bytes: [UInt8]
    /// Where the next part begins, in bytes; nil at the end of what is copied.
    package let next: Int?

    package init(bytes: [UInt8], next: Int?) {
        (self.bytes, self.next) = (bytes, next)
    }
}

/// A copy in a backup directory.
package struct BackupCopy: Hashable, Sendable, Codable {
    /// The file that was copied.
    package var file: BackupFile
    /// The length of the copy, in bytes: the file without the zeros at its end.
    package var length: Int
    /// The CRC32C of the copy.
    package var check: UInt32

    package init(file: BackupFile, length: Int, check: UInt32) {
        (self.file, self.length, self.check) = (file, length, check)
    }

    /// The name of the copy. A file that takes new records has another copy after each of them, and
    /// one whose digest ends in a dash and a number has that number, so that no copy which a backup
    /// holds is ever written again.
    package static func name(of file: BackupFile) -> String {
        file.name + (file.through.map { ".\($0)" } ?? "") + variant(of: file) + suffix
    }

    private static func variant(of file: BackupFile) -> String {
        guard let dash = file.digest.lastIndex(of: "-") else { return "" }
        let number = file.digest[file.digest.index(after: dash)...]
        guard !number.isEmpty, number.utf8.allSatisfy({ (48...57).contains($0) }) else { return "" }
        return ".\(number)"
    }

    /// What the name of every copy ends in.
    package static let suffix = ".copy"
}

/// The list of a backup: the file `backup.json` in its directory, which names the copies that belong
/// to it. It is replaced last and in one step, so that a backup is the earlier one or the new one.
package struct BackupManifest: Hashable, Sendable, Codable {
    /// The name of the file.
    package static let fileName = "backup.json"
    /// The largest file that is read, in bytes.
    package static let bytesMax = 67_108_864
    /// The format that this release writes.
    package static let formatNow = 1

    /// The format in which it was written; `formatNow` at that time.
    package var format: Int
    /// The identity of the desk.
    package var desk: String
    /// The last record that it holds; 0 for none.
    package var seq: UInt64
    /// The digest of that record.
    package var chain: String
    /// The content of the file `durable.json`, which proves that record; nil for none.
    package var mark: String?
    /// When the list was made, by the desk's clock.
    package var at: Instant
    /// The release that wrote it.
    package var release: String
    /// The copies, in order of name.
    package var files: [BackupCopy]

    package init(
        format: Int = BackupManifest.formatNow, desk: String, seq: UInt64, chain: String,
        mark: String?, at: Instant, release: String, files: [BackupCopy]
    ) {
        (self.format, self.desk, self.seq, self.chain) = (format, desk, seq, chain)
        (self.mark, self.at, self.release, self.files) = (mark, at, release, files)
    }
}
