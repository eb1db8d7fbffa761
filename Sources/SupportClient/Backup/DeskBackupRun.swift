import SupportJSON
package import SupportModel
import SupportSystem
package import SupportWire

/// A backup of a running desk: what it lists is fetched part by part and written into a directory.
package struct DeskBackupRun {
    /// How often the desk is asked for its files anew where one is replaced meanwhile.
    private static let attemptsMax = 5

    /// What was listed last, and what was done.
    package struct Result {
        /// The desk's list.
        package let list: DeskBackup.Reply
        /// What was written.
        package let outcome: BackupOutcome
    }

    /// Makes the backup; throws a `WireError` of the desk or a `ClientFault`.
    package static func make(
        in directory: BackupDirectory, with connection: inout DaemonConnection
    ) throws -> Result {
        var attempt = 1
        while true {
            do {
                return try once(directory, &connection)
            } catch let error as WireError
                where error.data.error == "backup-file-gone" && attempt < attemptsMax
            {
                attempt += 1
            }
        }
    }

    private static func once(
        _ directory: BackupDirectory, _ connection: inout DaemonConnection
    ) throws -> Result {
        let earlier = directory.earlier
        let list = try connection.call(
            DeskBackup(desk: earlier?.desk, seq: earlier?.seq, chain: earlier?.chain)
        ).reply
        // Copies are named after the files, and are to stay in the directory.
        guard list.files.allSatisfy({ !$0.name.contains("/") && !$0.name.hasPrefix(".") }) else {
            throw ClientFault.notUnderstood(why: "a file of the desk has the name of another place")
        }
        let outcome = try directory.write(
            list.files,
            manifest: { copies in
                BackupManifest(
                    desk: list.desk, seq: list.seq, chain: list.chain, mark: list.mark, at: list.at,
                    release: list.release, files: copies)
            },
            fetch: { file, offset in try part(of: file, from: offset, &connection) })
        return Result(list: list, outcome: outcome)
    }

    private static func part(
        of file: BackupFile, from offset: Int, _ connection: inout DaemonConnection
    ) throws -> BackupPiece {
        let reply = try connection.call(
            DeskPiece(file: file.name, through: file.through, offset: offset)
        ).reply
        guard let bytes = Base64.bytes(of: reply.data),
            CRC32C.check(of: bytes[...]) == reply.check
        else {
            throw ClientFault.notUnderstood(
                why: "a part of \(file.name) does not match its checksum")
        }
        return BackupPiece(bytes: bytes, next: reply.next)
    }
}

/// The usual base64 (RFC 4648, section 4).
package enum Base64 {
    /// The bytes of a text; nil where it is not base64 with its padding.
    package static func bytes(of text: String) -> [UInt8]? {
        let letters = Array(text.utf8)
        guard letters.count.isMultiple(of: 4) else { return nil }
        let padding = letters.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard padding <= 2 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count / 4 * 3)
        var bits: UInt32 = 0
        for (index, letter) in letters.enumerated() {
            let isPadding = index >= letters.count - padding
            guard let value = isPadding ? 0 : value(of: letter) else { return nil }
            bits = bits << 6 | value
            guard index % 4 == 3 else { continue }
            for shift: UInt32 in [16, 8, 0] {
                bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
            }
        }
        bytes.removeLast(padding)
        return bytes
    }

    /// The text of bytes, with its padding.
    package static func text(of bytes: [UInt8]) -> String {
        var letters: [UInt8] = []
        letters.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var bits = UInt32(bytes[start]) << 16
            if count > 1 { bits |= UInt32(bytes[start + 1]) << 8 }
            if count > 2 { bits |= UInt32(bytes[start + 2]) }
            for place in 0..<4 {
                letters.append(
                    place > count
                        ? UInt8(ascii: "=") : alphabet[Int(bits >> (18 - 6 * UInt32(place)) & 63)])
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func value(of letter: UInt8) -> UInt32? {
        switch letter {
        case 65...90: UInt32(letter) - 65
        case 97...122: UInt32(letter) - 71
        case 48...57: UInt32(letter) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
