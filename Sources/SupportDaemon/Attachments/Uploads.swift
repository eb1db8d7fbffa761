package import SupportModel
package import SupportStore
import SupportSystem
package import SupportWire
import Synchronization

/// The files that connections are sending, and the contents that they have sent: those are kept while
/// the connection lasts, and after that only where a ticket names them.
package final class Uploads: Sendable {
    /// An upload, by its connection and the number that the client gave it.
    private struct Key: Hashable {
        let connection: UInt64
        let number: Int
    }

    /// What is known of an upload.
    private struct Upload: Sendable {
        let user: UInt32
        /// Nil before its file is begun.
        var file: UploadedFile?
        var isStored = false
        /// When a part came last, in milliseconds of the boot clock.
        var partAt: Int64
    }

    /// What is known of all connections.
    private struct State: Sendable {
        var uploads: [Key: Upload] = [:]
        /// The contents that each live connection has stored.
        var held: [UInt64: Set<ContentHash>] = [:]
    }

    private let state = Mutex(State())
    private let store: AttachmentStore

    /// Nothing is sent yet.
    package init(_ store: AttachmentStore) { self.store = store }

    /// Remembers a connection until it ends; only such can send files, besides that of number 0, which
    /// stands for a caller without a socket.
    package func join(_ connection: UInt64) { state.withLock { $0.held[connection] = [] } }

    /// Forgets a connection: returns what it has not sent to its end, which is to be given up, and the
    /// contents that it has stored.
    package func leave(
        _ connection: UInt64
    ) -> (unfinished: [UploadedFile], stored: Set<ContentHash>) {
        state.withLock { state in
            let own = state.uploads.filter { $0.key.connection == connection }
            for key in own.keys { state.uploads[key] = nil }
            let files = own.values.compactMap { $0.isStored ? nil : $0.file }
            return (files, state.held.removeValue(forKey: connection) ?? [])
        }
    }

    /// Whether a live connection has stored a content.
    package func hold(_ content: ContentHash) -> Bool {
        state.withLock { $0.held.values.contains { $0.contains(content) } }
    }

    /// How many files are being sent.
    package var count: Int { state.withLock { $0.uploads.values.count { !$0.isStored } } }

    /// Takes a part of a file. Blocks.
    package func take(
        _ request: AttachmentPut, _ bytes: [UInt8], of caller: Caller, _ policy: AttachmentPolicy
    ) throws -> AttachmentPut.Reply {
        let key = Key(connection: caller.connection, number: request.upload)
        let file = try file(of: key, request, caller)
        do {
            let (next, content) = try file.take(
                bytes, at: request.offset, isLast: request.end ?? false, policy)
            if let content { note(content, of: key) }
            return AttachmentPut.Reply(next: next, content: content)
        } catch let gap as UploadedFile.Gap {
            throw WireError.uploadGap(request.upload, offset: request.offset, next: gap.next)
        } catch {
            state.withLock { $0.uploads[key] = nil }
            throw error
        }
    }

    private func note(_ content: ContentHash, of key: Key) {
        state.withLock { state in
            state.uploads[key]?.isStored = true
            state.held[key.connection]?.insert(content)
        }
    }

    /// The upload's file, which its first part begins.
    private func file(
        of key: Key, _ request: AttachmentPut, _ caller: Caller
    ) throws -> UploadedFile {
        let found = state.withLock { state in
            state.uploads[key]?.partAt = BootClock.milliseconds
            return state.uploads[key]?.file
        }
        if let found { return found }
        guard request.offset == 0 else {
            throw WireError.uploadGap(request.upload, offset: request.offset, next: 0)
        }
        try admit(key, caller.uid)?.abandon()
        let file: UploadedFile
        do {
            file = try store.begin()
        } catch {
            state.withLock { $0.uploads[key] = nil }
            throw error
        }
        let isWanted = state.withLock { state in
            state.uploads[key]?.file = file
            return state.uploads[key] != nil
        }
        guard isWanted else {
            // The connection has ended meanwhile.
            file.abandon()
            throw WireError.uploadGap(request.upload, offset: request.offset, next: 0)
        }
        return file
    }

    /// Takes an upload in, or says why not; returns one that has stood still and makes room for it.
    private func admit(_ key: Key, _ user: UInt32) throws(WireError) -> UploadedFile? {
        let now = BootClock.milliseconds
        let result = state.withLock { state -> Result<UploadedFile?, WireError> in
            guard key.connection == 0 || state.held[key.connection] != nil else {
                return .failure(.uploadGap(key.number, offset: 0, next: 0))
            }
            // Of those that are stored the last one is kept, whose answer may have been lost.
            for (old, upload) in state.uploads where old.connection == key.connection {
                if upload.isStored { state.uploads[old] = nil }
            }
            let open = state.uploads.filter { !$0.value.isStored }
            let own = open.count { $0.key.connection == key.connection }
            guard own < UploadLimits.perConnectionMax else {
                return .failure(
                    .tooManyUploads("the connection has", countMax: UploadLimits.perConnectionMax))
            }
            guard open.count(where: { $0.value.user == user }) < UploadLimits.perUserMax else {
                return .failure(.tooManyUploads("the user has", countMax: UploadLimits.perUserMax))
            }
            var idle: UploadedFile?
            if open.count >= UploadLimits.countMax {
                let oldest = open.min { $0.value.partAt < $1.value.partAt }
                guard let oldest, now - oldest.value.partAt > UploadLimits.idleMilliseconds else {
                    return .failure(
                        .tooManyUploads("the desk has", countMax: UploadLimits.countMax))
                }
                idle = oldest.value.file
                state.uploads[oldest.key] = nil
            }
            state.uploads[key] = Upload(user: user, partAt: now)
            return .success(idle)
        }
        return try result.get()
    }
}

/// The limits of files that are being sent, each tested at the limit and one past it.
package enum UploadLimits {
    /// Files that one connection sends at a time.
    package static let perConnectionMax = 4
    /// Files that all connections of one Unix user send at a time.
    package static let perUserMax = 8
    /// Files that all connections send at a time.
    package static let countMax = 32
    /// How long no part has come before an upload gives way to others, in milliseconds.
    package static let idleMilliseconds: Int64 = 60_000
    /// How long a content lies on the disk that no ticket names before it is removed, after a crash
    /// or a stop had kept its connection from doing so.
    package static let orphanAge = Duration.seconds(86_400)
}
