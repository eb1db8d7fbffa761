import SupportSystem
import Synchronization

/// The segments of the journal, and the offsets of some lines in them, so that reading starts
/// quickly.
///
/// Shared by the writer, which adds segments, and readers. Marks are sparse: one for about 64 KiB
/// of lines.
final class SegmentIndex: Sendable {
    /// Where reading must begin to find a sequence.
    struct Place: Hashable, Sendable {
        /// The first sequence of the segment, which gives its name.
        let segment: UInt64
        /// The offset of a line, nil for the first line after the header.
        let offset: Int?
        /// The first sequence of the next segment, nil for the last one.
        let nextSegment: UInt64?
    }

    /// One segment: its first sequence, and the offsets of some of its lines.
    private struct Segment: Sendable {
        let first: UInt64
        var marks: [(sequence: UInt64, offset: Int)] = []
    }

    private static let markDistanceBytes = 65_536
    private let segments: Mutex<[Segment]>

    /// Segments by their first sequences, in order.
    init(_ firsts: [UInt64]) {
        segments = Mutex(firsts.map { Segment(first: $0) })
    }

    /// The first sequences of all segments, in order.
    var firsts: [UInt64] { segments.withLock { $0.map(\.first) } }

    /// Adds the segment that follows all others.
    func append(_ first: UInt64) {
        segments.withLock { $0.append(Segment(first: first)) }
    }

    /// Forgets a segment that is about to be removed.
    func remove(_ first: UInt64) {
        segments.withLock { $0.removeAll { $0.first == first } }
    }

    /// Notes where a line is, if the last mark of its segment is far enough away.
    func mark(_ sequence: UInt64, segment first: UInt64, offset: Int) {
        segments.withLock { segments in
            // Nearly always the last one.
            guard let index = segments.lastIndex(where: { $0.first == first }) else { return }
            let last = segments[index].marks.last?.offset ?? 0
            if offset >= last + Self.markDistanceBytes {
                segments[index].marks.append((sequence, offset))
            }
        }
    }

    /// Where to begin the search for a sequence, nil when it is before the first kept segment.
    func place(of sequence: UInt64) -> Place? {
        segments.withLock { segments in
            guard let index = segments.lastIndex(where: { $0.first <= sequence }) else {
                return nil
            }
            let mark = segments[index].marks.last { $0.sequence <= sequence }
            let next = index + 1 < segments.count ? segments[index + 1].first : nil
            return Place(segment: segments[index].first, offset: mark?.offset, nextSegment: next)
        }
    }
}

/// The segment that takes new lines.
struct OpenSegment: Sendable {
    let file: any StorageFile
    /// The first sequence that it holds, which gives its name.
    let first: UInt64
    /// Where the next line goes.
    var end: Int
    /// The size of the whole file, in bytes.
    let bytes: Int

    var name: String { StoreFileName.segment(first) }
    /// The room for further lines, in bytes; the room of the end line is reserved.
    var room: Int { max(0, bytes - end - StoreLimits.endLineBytesMax) }
}

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
                doing: "prepare a journal segment", file: StoreFileName.spare,
                cause: .system(error))
        }
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

    private func waitForRetry() {
        _ = demand.wait(atMost: shape.spareRetry) { $0.isOver ? true : nil }
    }
}
