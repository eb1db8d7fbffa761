package import SupportModel
import SupportSystem
import Synchronization

/// A file that comes part by part and is stored at its end. All methods block.
package final class UploadedFile: Sendable {
    /// A part that does not follow what came.
    package struct Gap: Error, Hashable, Sendable {
        /// Where the part should begin, in bytes.
        package let next: Int
    }

    /// How far it has come.
    private struct Progress: Sendable {
        var digest = ContentDigest()
        /// How many bytes came.
        var next = 0
        /// Nil once it is stored or given up.
        var file: FileBeside?
        /// The content once it is stored.
        var content: ContentHash?
    }

    private let progress: Mutex<Progress>
    private let store: AttachmentStore

    init(_ file: FileBeside, in store: AttachmentStore) {
        progress = Mutex(Progress(file: file))
        self.store = store
    }

    /// Whether all of it came and is stored.
    package var isStored: Bool { progress.withLock { $0.content != nil } }

    /// Takes a part; what came already is passed over.
    ///
    /// Throws a `Gap`, a `Refusal` where a limit is passed, or a `StoreFault`. After the latter two
    /// nothing is left of the file.
    package func take(
        _ bytes: [UInt8], at offset: Int, isLast: Bool, _ policy: AttachmentPolicy
    ) throws -> (next: Int, content: ContentHash?) {
        try progress.withLock { progress in
            guard (0...progress.next).contains(offset) else { throw Gap(next: progress.next) }
            let covered = progress.next - offset
            if let content = progress.content {
                // Only the last part again, whose answer was lost: anything else is another file.
                guard isLast, bytes.count == covered else { throw Gap(next: progress.next) }
                return (progress.next, content)
            }
            guard let file = progress.file else { throw Gap(next: 0) }
            guard !isLast || bytes.count >= covered else { throw Gap(next: progress.next) }
            do {
                try write(bytes.dropFirst(covered), to: file, &progress, policy)
                if isLast { try end(file, &progress, policy) }
            } catch {
                progress.file = nil
                file.abandon()
                throw error
            }
            return (progress.next, progress.content)
        }
    }

    private func write(
        _ bytes: ArraySlice<UInt8>, to file: FileBeside, _ progress: inout Progress,
        _ policy: AttachmentPolicy
    ) throws {
        guard bytes.count <= policy.fileBytesMax - min(progress.next, policy.fileBytesMax) else {
            throw Refusal.attachment(
                .fileTooLarge(name: nil, bytes: nil, bytesMax: policy.fileBytesMax))
        }
        let offset = progress.next
        try StoreFault.naming(AttachmentFiles.directoryName, "write an attachment") {
            () throws(SystemFault) in
            try file.file.write(bytes, at: offset)
        }
        progress.digest.take(bytes)
        progress.next += bytes.count
    }

    private func end(
        _ file: FileBeside, _ progress: inout Progress, _ policy: AttachmentPolicy
    ) throws {
        let content = progress.digest.content
        try store.keep(file, as: content, bytes: progress.next, policy)
        (progress.file, progress.content) = (nil, content)
    }

    /// Gives up what is not stored, and removes it.
    package func abandon() {
        progress.withLock { progress in
            progress.file?.abandon()
            progress.file = nil
        }
    }
}
