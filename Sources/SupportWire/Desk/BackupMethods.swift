package import SupportModel

/// Lists the files of which a copy holds the desk through the record that is durable then.
package struct DeskBackup: Request {
    package static let method = Method<Reply>.operate("desk.backup", .whole)

    /// The desk of the backup that is to be replaced; missing for the first, as the next two are.
    package var desk: String?
    /// The last record of that backup.
    package var seq: UInt64?
    /// The digest of that record.
    package var chain: String?

    package init(desk: String? = nil, seq: UInt64? = nil, chain: String? = nil) {
        (self.desk, self.seq, self.chain) = (desk, seq, chain)
    }

    /// What is to be copied.
    package struct Reply: View {
        /// The identity of the desk.
        package var desk: String
        /// The last record that the copies hold; 0 for none.
        package var seq: UInt64
        /// The digest of that record.
        package var chain: String
        /// The content of the file `durable.json`; missing while there is no record.
        package var mark: String?
        /// When the list was made.
        package var at: Instant
        /// The daemon's release.
        package var release: String
        /// The files.
        package var files: [BackupFile]
        /// How many secrets the records hold, whose key is not copied; missing for none (R6).
        package var secrets: Int?

        package init(
            desk: String, seq: UInt64, chain: String, mark: String?, at: Instant, release: String,
            files: [BackupFile], secrets: Int? = nil
        ) {
            (self.desk, self.seq, self.chain, self.mark) = (desk, seq, chain, mark)
            (self.at, self.release, self.files, self.secrets) = (at, release, files, secrets)
        }
    }
}

/// Reads a part of a file that `desk.backup` has listed.
package struct DeskPiece: Request {
    package static let method = Method<Reply>.operate("desk.piece", .long)

    /// The file's name.
    package var file: String
    /// The last record that is wanted of it, as the list says; missing for the whole file.
    package var through: UInt64?
    /// Where the part begins, in bytes.
    package var offset: Int

    package init(file: String, through: UInt64? = nil, offset: Int) {
        (self.file, self.through, self.offset) = (file, through, offset)
    }

    /// The part.
    package struct Reply: View {
        /// Its bytes in base64, without the zeros at their end.
        package var data: String
        /// The CRC32C of these bytes.
        package var check: UInt32
        /// Where the next part begins, in bytes; missing at the end.
        package var next: Int?

        package init(data: String, check: UInt32, next: Int?) {
            (self.data, self.check, self.next) = (data, check, next)
        }
    }
}

extension WireError {
    /// A file that was to be copied is not there any more, such as a snapshot that a newer one
    /// replaced.
    package static func notToBeCopied(_ file: String) -> WireError {
        WireError(
            .notFound, "backup-file-gone",
            "there is nothing to copy of the file \(file.prefix(64))",
            hint: "ask desk.backup again, and copy what it lists then")
    }

    /// The earlier backup is that of another desk.
    package static func otherDesk(_ theirs: String, ours: String) -> WireError {
        WireError(
            .refused, "backup-of-another-desk",
            "the backup is of desk \(theirs.prefix(64)), and this is desk \(ours)",
            hint: "name another directory for this desk")
    }

    /// The records of the earlier backup are not those of the desk.
    package static func otherPast(_ sequence: UInt64, last: UInt64) -> WireError {
        let why =
            sequence > last
            ? "it holds record \(sequence), and the desk ends with record \(last)"
            : "its record \(sequence) is another one than the desk's"
        return WireError(
            .refused, "backup-of-another-past",
            "the backup holds records that the desk does not have: \(why)",
            hint: "the desk was restored from an older backup since; keep this one as it is and "
                + "name another directory",
            figures: ["backup_seq": "\(sequence)", "seq": "\(last)"])
    }
}
