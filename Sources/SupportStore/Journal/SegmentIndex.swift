import Synchronization

/// Which segments there are, and some places inside them, so that reading finds its start quickly.
///
/// Shared by the writer, which adds, and readers. Marks are sparse: one for about 64 KiB of lines.
final class SegmentIndex: Sendable {
    /// Where in the journal to begin looking for a sequence.
    struct Place: Hashable, Sendable {
        /// The first sequence of the segment, which gives its name.
        let segment: Int
        /// The offset of a line, nil for the first line after the header.
        let offset: Int?
        /// The first sequence of the next segment, nil for the last one.
        let nextSegment: Int?
    }

    /// One file of the journal: its first sequence, and where some of its lines begin.
    private struct Segment: Sendable {
        let first: Int
        var marks: [(sequence: Int, offset: Int)] = []
    }

    private static let markDistanceBytes = 65_536
    private let segments: Mutex<[Segment]>

    /// Segments by their first sequences, in order.
    init(_ firsts: [Int]) {
        segments = Mutex(firsts.map { Segment(first: $0) })
    }

    /// The first sequences of all segments, in order.
    var firsts: [Int] { segments.withLock { $0.map(\.first) } }

    /// Adds the segment that follows all others.
    func append(_ first: Int) {
        segments.withLock { $0.append(Segment(first: first)) }
    }

    /// Forgets a segment that is about to be removed.
    func remove(_ first: Int) {
        segments.withLock { $0.removeAll { $0.first == first } }
    }

    /// Notes where a line is, if the last mark of its segment is far enough away.
    func mark(_ sequence: Int, segment first: Int, offset: Int) {
        segments.withLock { segments in
            // Nearly always the last one.
            guard let index = segments.lastIndex(where: { $0.first == first }) else { return }
            let last = segments[index].marks.last?.offset ?? 0
            if offset >= last + Self.markDistanceBytes {
                segments[index].marks.append((sequence, offset))
            }
        }
    }

    /// Where to begin looking for a sequence, nil when it is before the first kept segment.
    func place(of sequence: Int) -> Place? {
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
