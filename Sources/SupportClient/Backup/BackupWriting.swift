package import SupportModel
import SupportSystem
import SupportWire

/// What a backup has done.
package struct BackupOutcome: Hashable, Sendable {
    /// The list that was written.
    package let manifest: BackupManifest
    /// How many files were copied.
    package let copied: Int
    /// How many bytes those copies take.
    package let copiedBytes: Int
    /// How many copies of the earlier backup were kept.
    package let kept: Int
}

extension BackupDirectory {
    /// How a part of a file is fetched, by the file and an offset.
    package typealias Fetch = (BackupFile, Int) throws -> BackupPiece

    /// Makes the directory the backup that a list describes.
    ///
    /// - Parameter manifest: makes the list to be stored, of the copies.
    package func write(
        _ files: [BackupFile], manifest: ([BackupCopy]) -> BackupManifest, fetch: Fetch
    ) throws -> BackupOutcome {
        var copies: [BackupCopy] = []
        var (copied, copiedBytes) = (0, 0)
        let known = Dictionary(
            (earlier?.files ?? []).map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
        for file in files {
            if let copy = known[file], try isWhole(copy) {
                copies.append(copy)
            } else {
                let copy = try write(file, fetch)
                copies.append(copy)
                copied += 1
                copiedBytes += copy.length
            }
        }
        let list = manifest(copies.sorted { $0.file.name < $1.file.name })
        try call { () throws(SystemFault) in try storage.syncDirectory() }
        let text = ReplyLine.encoded(list).bytes + [UInt8(ascii: "\n")]
        try call { () throws(SystemFault) in
            try writeFileDurably(
                BackupManifest.fileName, [CheckedText.sealed(text)[...]], in: storage)
        }
        try removeNeedless(list)
        return BackupOutcome(
            manifest: list, copied: copied, copiedBytes: copiedBytes, kept: files.count - copied)
    }

    /// Whether a copy is as it was written; false also where it is gone.
    private func isWhole(_ copy: BackupCopy) throws -> Bool {
        let name = BackupCopy.name(of: copy.file)
        return try call { () throws(SystemFault) in
            do throws(SystemFault) {
                let file = try storage.open(name, writing: false)
                guard try file.size() == copy.length else { return false }
                // An attachment that was copied damaged, and is whole by now, is copied again.
                if let content = ContentHash(copy.file.name) {
                    return try holds(file, content, zeros: copy.file.bytes - copy.length)
                }
                return try CRC32C.check(of: file) == copy.check
            } catch {
                if error.isMissing { return false }
                throw error
            }
        }
    }

    private func holds(
        _ file: any StorageFile, _ content: ContentHash, zeros: Int
    ) throws(SystemFault) -> Bool {
        var offset = 0
        return try ContentCheck.holds(content, zeros: zeros) { () throws(SystemFault) in
            let piece = try file.read(at: offset, count: 1_048_576)
            offset += piece.count
            return piece
        }
    }

    /// Writes the copy of a file, and reads it back before it gets its name.
    private func write(_ file: BackupFile, _ fetch: Fetch) throws -> BackupCopy {
        let name = BackupCopy.name(of: file)
        let beside = name + unfinishedFileSuffix
        do {
            let new = try call { () throws(SystemFault) in try storage.create(beside) }
            let copy = try fill(new, file, fetch)
            try call { () throws(SystemFault) in try new.sync() }
            let found = try call { () throws(SystemFault) in try CRC32C.check(of: new) }
            guard found == copy.check else {
                throw ClientFault.backup(
                    .cannotStore, "backup-not-read-back",
                    "\(storage.place)/\(beside) does not read as it was written",
                    hint: "look at the disk of the backup; the earlier backup is as it was")
            }
            try call { () throws(SystemFault) in try storage.rename(beside, to: name) }
            return copy
        } catch {
            // Best effort: the fault that is reported is the first one.
            try? storage.remove(beside)
            throw error
        }
    }

    /// Writes all parts of a file.
    private func fill(
        _ new: any StorageFile, _ file: BackupFile, _ fetch: Fetch
    ) throws -> BackupCopy {
        var copy = BackupCopy(file: file, length: 0, check: 0)
        var offset: Int? = 0
        while let start = offset {
            let part = try fetch(file, start)
            offset = part.next.flatMap { $0 > start ? $0 : nil }
            guard !part.bytes.isEmpty else { continue }
            let gap = [UInt8](repeating: 0, count: start - copy.length)
            copy.check = CRC32C.check(of: gap[...], after: copy.check)
            copy.check = CRC32C.check(of: part.bytes[...], after: copy.check)
            copy.length = start + part.bytes.count
            try call { () throws(SystemFault) in try new.write(part.bytes[...], at: start) }
        }
        return copy
    }

    /// Removes what the list does not name.
    private func removeNeedless(_ list: BackupManifest) throws {
        let wanted = Set(list.files.map { BackupCopy.name(of: $0.file) })
        try call { () throws(SystemFault) in
            for name in try storage.names() {
                guard name.hasSuffix(BackupCopy.suffix) || name.hasSuffix(unfinishedFileSuffix),
                    !wanted.contains(name)
                else { continue }
                try storage.remove(name)
            }
            try storage.syncDirectory()
        }
    }

    /// Makes a call of the storage; its fault becomes one that is shown to people.
    private func call<Answer>(
        _ body: () throws(SystemFault) -> Answer
    ) throws(ClientFault) -> Answer {
        do throws(SystemFault) {
            return try body()
        } catch {
            throw .backupSystem(error)
        }
    }
}
