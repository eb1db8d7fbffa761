import FoundationEssentials
package import SupportModel
package import SupportStore
import SupportSystem
import SupportWire

/// The methods with which a client copies the journal of a running desk.
enum BackupRoutes {
    static let all: [Route] = [
        .errand(DeskBackup.self, begin: list),
        .errand(DeskPiece.self, begin: piece),
    ]

    private static func list(
        _ request: DeskBackup, _ ledger: isolated Ledger, _: Acting
    ) throws -> @Sendable () throws -> DeskBackup.Reply {
        let (log, now, secrets) = (ledger.log, ledger.clock.now, ledger.state.access.count)
        let attachments = ledger.attachments
        ledger.facts.backupAt = now
        return {
            let list = try log.backupList(after: request.seq ?? 0)
            if let desk = request.desk, desk != list.desk {
                throw WireError.otherDesk(desk, ours: list.desk)
            }
            if let seq = request.seq, let chain = request.chain,
                try !log.holds(seq, chain: chain)
            {
                throw WireError.otherPast(seq, last: list.sequence)
            }
            return DeskBackup.Reply(
                desk: list.desk, seq: list.sequence, chain: list.chain, mark: list.mark, at: now,
                release: Release.version,
                // A content is stored before the record that names it, so these are all of them.
                files: list.files + attachments.backupFiles(), secrets: secrets > 0 ? secrets : nil)
        }
    }

    private static func piece(
        _ request: DeskPiece, _ ledger: isolated Ledger, _: Acting
    ) throws -> @Sendable () throws -> DeskPiece.Reply {
        guard request.offset >= 0 else {
            throw WireError.badParameters("desk.piece", "offset: \(request.offset) is less than 0")
        }
        let (log, attachments) = (ledger.log, ledger.attachments)
        return {
            let piece =
                if let content = ContentHash(request.file) {
                    try attachments.backupPiece(
                        of: content, from: request.offset,
                        bytesMax: LedgerLimits.backupPieceBytesMax)
                } else {
                    try log.backupPiece(
                        of: request.file, through: request.through, from: request.offset)
                }
            guard let piece else { throw WireError.notToBeCopied(request.file) }
            return DeskPiece.Reply(
                data: Data(piece.bytes).base64EncodedString(),
                check: CRC32C.check(of: piece.bytes[...]), next: piece.next)
        }
    }
}

extension JournalLog {
    /// Verifies the files that hold the records after one, and lists what a backup copies.
    package func backupList(after sequence: UInt64) throws -> BackupList {
        try check(since: min(sequence, store.durableSequence))
        return try store.backupList()
    }

    /// Whether a durable record has this digest.
    package func holds(_ sequence: UInt64, chain: String) throws -> Bool {
        try store.holds(sequence, chain: chain)
    }

    /// A part of a file of the journal, as far as it is durable.
    package func backupPiece(
        of name: String, through sequence: UInt64?, from offset: Int
    ) throws -> BackupPiece? {
        try store.backupPiece(
            of: name, through: sequence, from: offset,
            bytesMax: LedgerLimits.backupPieceBytesMax)
    }
}

extension DurableLog {
    /// Refused, for a log that is not on a disk.
    package func backupList(after sequence: UInt64) throws -> BackupList {
        throw WireError.notToBeCopied("journal")
    }

    /// False, for a log that is not on a disk.
    package func holds(_ sequence: UInt64, chain: String) throws -> Bool { false }

    /// Nil, for a log that is not on a disk.
    package func backupPiece(
        of name: String, through sequence: UInt64?, from offset: Int
    ) throws -> BackupPiece? { nil }
}
