import SupportSystem

/// A durable segment of zeros without its final name: records are written into it without
/// allocating disk space.
///
/// The zeros are really written. A file whose space is only reserved would change its metadata with
/// every sync, and a sync would take twice as long.
struct SpareSegment: Sendable {
    let file: any StorageFile
    /// The size of the whole file, in bytes.
    let bytes: Int

    /// The room that is guaranteed for lines, in bytes.
    var room: Int { bytes - StoreLimits.headerBytesMax - StoreLimits.endLineBytesMax }

    private static let pieceBytes = 1_048_576

    /// Writes a spare under the spare's name, replacing one that exists.
    ///
    /// After a failure the file is removed, so that it does not keep a full disk full.
    static func prepare(
        _ bytes: Int, in storage: any Storage
    ) throws(StoreFault) -> SpareSegment {
        do throws(SystemFault) {
            let file = try storage.create(StoreFileName.spare)
            let zeros = [UInt8](repeating: 0, count: min(bytes, pieceBytes))
            var offset = 0
            while offset < bytes {
                try file.write(zeros.prefix(bytes - offset), at: offset)
                // In pieces, so that a commit never waits for the whole segment.
                try file.syncData()
                offset += pieceBytes
            }
            try file.sync()
            return SpareSegment(file: file, bytes: bytes)
        } catch {
            try? storage.remove(StoreFileName.spare)
            throw StoreFault(
                doing: "prepare a journal segment of \(size(bytes))", file: StoreFileName.spare,
                cause: .system(error))
        }
    }

    /// `16 MiB`; bytes where it is less than one.
    private static func size(_ bytes: Int) -> String {
        bytes < pieceBytes ? "\(bytes) bytes" : "\(bytes / pieceBytes) MiB"
    }

    /// Writes the header and gives the file its name; when this returns it is a durable part of the
    /// journal.
    ///
    /// The header is durable before the name is, so a segment with a name has a whole header.
    func activate(
        _ header: SegmentHeader, in storage: any Storage
    ) throws(StoreFault) -> OpenSegment {
        let name = StoreFileName.segment(header.first)
        let line = header.line()
        try StoreFault.naming(name, "begin a journal segment") { () throws(SystemFault) in
            try file.write(line[...], at: 0)
            try file.syncData()
            try storage.rename(StoreFileName.spare, to: name)
            try storage.syncDirectory()
        }
        return OpenSegment(file: file, first: header.first, end: line.count, bytes: bytes)
    }
}

/// The state that the committing and the preparing thread share.
///
/// Separate from the queue, so that queueing a record does not wake the preparing thread.
struct SpareDemand: Sendable {
    /// Whether a spare must be prepared: at the start, and after one was taken.
    var isWanted = true
    /// Whether somebody who was refused, or asks how the disk is, wants the next attempt soon.
    var isRetryWanted = false
    /// Whether the preparing thread must end.
    var isOver = false
}

/// The loop of the preparing thread: keeps one segment prepared, and retries while the disk is full
/// or refuses.
struct SparePreparation: Sendable {
    let storage: any Storage
    let shape: StoreShape
    let queue: GuardedState<CommitQueue>
    let demand: GuardedState<SpareDemand>

    /// Runs until the demand is over.
    func run() {
        while waitUntilWanted() {
            if !attempt() { waitForRetry() }
        }
    }

    /// Prepares a segment once; false when it failed, with the cause in `spareFault`.
    @discardableResult
    func attempt() -> Bool {
        demand.withLock { $0.isRetryWanted = false }
        do throws(StoreFault) {
            let spare = try SpareSegment.prepare(shape.segmentBytes, in: storage)
            demand.withLock { $0.isWanted = false }
            queue.change { $0.offer(spare) }
            return true
        } catch {
            queue.change { $0.spareFault = error }
            return false
        }
    }

    private func waitUntilWanted() -> Bool {
        demand.wait { demand -> Bool? in
            if demand.isOver { return false }
            return demand.isWanted ? true : nil
        } ?? false
    }

    /// Waits as long as the shape says, or shorter where the next attempt is wanted soon.
    private func waitForRetry() {
        let pause = min(shape.spareRetry, Self.pauseMin)
        _ = demand.wait(atMost: pause) { $0.isOver ? true : nil }
        _ = demand.wait(atMost: shape.spareRetry - pause) {
            $0.isOver || $0.isRetryWanted ? true : nil
        }
    }

    /// The shortest time between two attempts, however often one is wanted.
    private static let pauseMin = Duration.seconds(1)
}
