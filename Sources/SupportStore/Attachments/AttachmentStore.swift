package import SupportModel
package import SupportSystem
import Synchronization

/// Keeps the contents of attachments on the disk. What it knows of them can be asked anywhere; all
/// methods that say so block, and may be called from several threads.
///
/// Two things decide whether a file may go. The ledger takes a content that no ticket names out of
/// `contents`, at a moment when nothing else is decided; from then on no ticket can get it. Then a
/// thread removes the file, unless the content was stored again meanwhile. Giving a name and removing
/// one exclude each other.
package final class AttachmentStore: Sendable {
    /// Opens the directory; creates it where that is wanted.
    package typealias Opening =
        @Sendable (_ creating: Bool) throws(SystemFault) -> any Storage

    /// What is known of the directory.
    private struct Known: Sendable {
        var contents = StoredContents()
        /// Nil before it was needed, and after a fault.
        var directory: (any Storage)?
        /// The number of the last upload.
        var uploads = 0
        /// Why the directory could not be looked at.
        var trouble: SystemFault?
        /// What the last check found.
        var check: Check?
    }

    /// What a check of contents found.
    package struct Check: Hashable, Sendable {
        /// Those that are not there, in no order.
        package var missing: Set<ContentHash> = []
        /// Those that do not hold what was stored, in no order.
        package var damaged: Set<ContentHash> = []

        /// Nothing is found yet.
        package init() {}
    }

    private let known = Mutex(Known())
    /// Held while a content gets its name or loses it.
    private let turn = Mutex(())
    private let opening: Opening

    /// - Parameter opening: called when the directory is needed, and again after a fault.
    package init(_ opening: @escaping Opening) { self.opening = opening }

    /// A store without a directory: it has nothing, and keeps nothing.
    package static func none() -> AttachmentStore {
        AttachmentStore { _ throws(SystemFault) in
            throw .missing(doing: "open directory", subject: AttachmentFiles.directoryName)
        }
    }

    /// The contents that are stored now, as far as is known.
    package var contents: StoredContents { known.withLock { $0.contents } }

    /// Why the directory could not be looked at; nil where it could, or is not there yet.
    package var trouble: SystemFault? { known.withLock { $0.trouble } }

    /// What the last check of all found; nil before the first.
    package var lastCheck: Check? { known.withLock { $0.check } }

    /// Looks at what is there, and removes what uploads of an earlier run have left. Blocks.
    package func load() {
        do throws(SystemFault) {
            guard let directory = try existing() else { return }
            for name in try directory.names() where name.hasSuffix(unfinishedFileSuffix) {
                try? directory.remove(name)
            }
            let found = try AttachmentFiles(directory).contents()
            known.withLock { ($0.contents, $0.trouble) = (found, nil) }
        } catch {
            known.withLock { $0.trouble = error }
        }
    }

    /// The directory to read; nil where there is none.
    private func existing() throws(SystemFault) -> (any Storage)? {
        if let directory = known.withLock({ $0.directory }) { return directory }
        do throws(SystemFault) {
            let directory = try opening(false)
            known.withLock { $0.directory = directory }
            return directory
        } catch {
            if error.isMissing { return nil }
            throw error
        }
    }

    /// The files to read; those of an empty directory where there is none, or it cannot be opened.
    package var files: AttachmentFiles? { (try? existing()).map { AttachmentFiles($0) } }

    // MARK: Storing

    /// Begins a file that is to be stored. Blocks.
    package func begin() throws(StoreFault) -> UploadedFile {
        let number = known.withLock { known in
            known.uploads += 1
            return known.uploads
        }
        let name = "upload-\(number)" + unfinishedFileSuffix
        let file = try writing(name, "begin an attachment") { (directory) throws(SystemFault) in
            try FileBeside(name, in: directory)
        }
        return UploadedFile(file, in: self)
    }

    /// Gives a file that was written its name, durably, unless its content is there already. Blocks.
    func keep(
        _ file: FileBeside, as content: ContentHash, bytes: Int, _ policy: AttachmentPolicy
    ) throws {
        try turn.withLock { _ in
            if files?.standing(of: content) == .whole {
                file.abandon()
                known.withLock { $0.contents.insert(content, bytes: bytes) }
                return
            }
            do {
                try expectRoom(for: content, bytes, policy)
                try writing(content.text, "store an attachment") {
                    (directory) throws(SystemFault) in
                    try file.finish(as: content.text)
                    // The directory may have been moved away meanwhile.
                    _ = try directory.identity(of: content.text)
                }
            } catch {
                file.abandon()
                throw error
            }
            known.withLock { known in
                known.contents.insert(content, bytes: bytes)
                known.check?.missing.remove(content)
                known.check?.damaged.remove(content)
            }
        }
    }

    private func expectRoom(
        for content: ContentHash, _ bytes: Int, _ policy: AttachmentPolicy
    ) throws(Refusal) {
        let stored = contents
        guard stored[content] == nil else { return }
        guard stored.count < Limits.contentsMax else {
            throw .attachment(.tooManyContents(countMax: Limits.contentsMax))
        }
        guard bytes <= policy.totalBytesMax - min(stored.bytes, policy.totalBytesMax) else {
            throw .attachment(
                .deskFull(bytes: stored.bytes, adding: bytes, bytesMax: policy.totalBytesMax))
        }
    }

    /// Does something in the directory, which is made where it is missing; after a fault it is opened
    /// anew by the next one.
    private func writing<Answer>(
        _ name: String, _ doing: String, _ body: (any Storage) throws(SystemFault) -> Answer
    ) throws(StoreFault) -> Answer {
        try StoreFault.naming(name, doing) { () throws(SystemFault) in
            do throws(SystemFault) {
                let directory: any Storage
                if let found = try existing() {
                    directory = found
                } else {
                    directory = try opening(true)
                    known.withLock { $0.directory = directory }
                }
                return try body(directory)
            } catch {
                known.withLock { $0.directory = nil }
                throw error
            }
        }
    }

    // MARK: Removing

    /// Takes a content out of what can be attached; the caller knows that no ticket names it.
    package func forget(_ content: ContentHash) {
        known.withLock { $0.contents.remove(content) }
    }

    /// Removes the file of a content that was forgotten and not stored again, durably. Blocks.
    package func remove(_ content: ContentHash) throws(StoreFault) {
        let fault = turn.withLock { _ -> StoreFault? in
            guard contents[content] == nil else { return nil }
            do throws(StoreFault) {
                try StoreFault.naming(content.text, "remove an attachment") {
                    () throws(SystemFault) in
                    guard let directory = try existing() else { return }
                    try directory.remove(content.text)
                    try directory.syncDirectory()
                }
            } catch {
                return error.isOfMissingFile ? nil : error
            }
            return nil
        }
        if let fault { throw fault }
    }

    /// The contents that lie there longer than a time and that are not among those named; none where
    /// the storage has no ages. Blocks.
    package func orphans(
        olderThan age: Duration, isNamed: (ContentHash) -> Bool
    ) -> [ContentHash] {
        guard let disk = files?.storage as? DiskStorage else { return [] }
        return contents.all.map(\.content).filter { content in
            !isNamed(content) && (try? disk.age(of: content.text)).map { $0 > age } ?? false
        }
    }

    // MARK: Checking and copying

    /// Reads all contents that are named and notes what is wrong with them; nil where that was
    /// stopped. Blocks.
    package func check(
        _ named: some Sequence<ContentHash>, while isWanted: () -> Bool = { true }
    ) -> Check? {
        var found = Check()
        let files = files
        for content in named {
            guard isWanted() else { return nil }
            switch files.map({ $0.standing(of: content, while: isWanted) }) ?? .missing {
            case .whole: continue
            case .missing:
                found.missing.insert(content)
                forgetMissing(content)
            case .damaged: found.damaged.insert(content)
            case nil: return nil
            }
        }
        known.withLock { $0.check = found }
        return found
    }

    /// Takes a content out of what can be attached, whose file is not there.
    private func forgetMissing(_ content: ContentHash) {
        turn.withLock { _ in
            if files?.length(of: content) == nil { forget(content) }
        }
    }

    /// The contents as a backup lists them, in order of digest: those whose files are there. Blocks.
    package func backupFiles() -> [BackupFile] {
        guard let files else { return [] }
        return contents.all.compactMap { content, _ in
            files.length(of: content).map {
                BackupFile(name: content.text, bytes: $0, digest: "sha256")
            }
        }.sorted { $0.name < $1.name }
    }

    /// A part of a content for a backup; nil where it is not there any more. Blocks.
    package func backupPiece(
        of content: ContentHash, from offset: Int, bytesMax: Int
    ) throws(StoreFault) -> BackupPiece? {
        guard let files, let end = files.length(of: content) else { return nil }
        let count = max(0, min(bytesMax, end - offset))
        return BackupPiece(
            try files.read(content, at: offset, count: count), from: offset, end: end)
    }
}
