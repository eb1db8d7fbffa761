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
