import SupportSystem

// How the end of the journal is read after a power cut.
//
// One batch of lines is written at a time, and the next only after a sync. A segment was durably
// all zeros up to its full size before it took lines. So after a power cut everything before the
// last batch is as it was written, and of the last batch any part may have reached the disk in any
// order: its end may be missing, and so may a piece in its middle, where the zeros then still are.
// Nothing of a batch that a power cut interrupted was acknowledged, so an incomplete batch may be
// cut off.
//
// Damage to a batch that *was* synced must never be mistaken for this. Each line names in `synced`
// the record that was the last durable one when the line was written: every line of a batch names
// the record before the batch. Hence, when record `k` is missing at a place in the last segment:
//
// - an intact line anywhere after it with `synced` ≥ k proves that k was durable: damage;
// - so does a snapshot that contains k, as a snapshot is written only of durable records, and the
//   durable mark, which is written of the last record after each sync;
// - otherwise k and everything after it may belong to the unsynced batch: a torn tail, which is cut
//   off after it was copied, and reported.
//
// A power cut alone never causes the first two, so it never prevents a start. One case cannot be
// distinguished: damage to the very last batch of a journal after a power cut that also lost its
// mark. Then, too, the tail is cut off and reported, as records that may have been acknowledged.
// The assumption about the disk is that writing a sector does not damage its neighbours, and that a
// sector which contains old and new bytes keeps the old ones.

/// The bytes after the last intact line of the journal.
enum TornTail: Hashable, Sendable {
    /// Zeros: the regular end.
    case none
    /// The first `bytes` bytes are the remains of a batch; nothing proves that it was acknowledged.
    case torn(bytes: Int)
    /// A record that was durable is missing.
    case damaged(String)

    /// Classifies the rest of the last segment.
    ///
    /// - Parameters:
    ///   - rest: from where record `missing` would begin to the end of the file.
    ///   - known: how far the journal must go.
    init(_ rest: ArraySlice<UInt8>, missing: UInt64, _ known: KnownEnd) {
        if rest.isAllZeros {
            self = .none
        } else if known.sequence >= missing {
            self = .damaged(
                "record \(missing) cannot be read, and \(known.file) shows that it was durable")
        } else if let proof = Self.proof(in: rest, of: missing) {
            self = .damaged(proof)
        } else {
            self = .torn(bytes: rest.withoutTrailingZeros.count)
        }
    }

    /// What shows that the missing record was durable, nil when nothing does.
    private static func proof(in rest: ArraySlice<UInt8>, of missing: UInt64) -> String? {
        var start = rest.startIndex
        while let end = rest[start...].firstPosition(of: UInt8(ascii: "\n")) {
            // After a gap of zeros a line begins after the last zero.
            let begin = rest[start..<end].lastIndex(of: 0).map { $0 + 1 } ?? start
            start = end + 1
            guard let line = SealedLine(rest[begin..<end]) else { continue }
            if begin == rest.startIndex {
                return "an intact record \(line.sequence) does not follow the record before it"
            }
            if line.synced >= missing {
                return "record \(missing) cannot be read, and record \(line.sequence) behind it "
                    + "shows that it was durable"
            }
        }
        return nil
    }
}

/// The last bytes of a segment that another follows.
struct SegmentTail {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// Whether they contain the whole line of the record that precedes the next segment, and after
    /// it nothing but the segment's end.
    func leads(to next: SegmentHeader) -> Bool {
        // The end line has a newline too, unless a power cut lost it.
        var rest = bytes
        for _ in 0..<2 {
            guard let end = rest.lastIndex(of: Self.newline),
                let before = rest[..<end].lastIndex(of: Self.newline)
            else { return false }
            if isLast(bytes[(before + 1)..<end], next),
                SegmentEnd(next: next.first).isAll(of: bytes[(end + 1)...])
            {
                return true
            }
            rest = rest[..<end]
        }
        return false
    }

    private func isLast(_ line: ArraySlice<UInt8>, _ next: SegmentHeader) -> Bool {
        SealedLine(line)?.sequence == next.first - 1 && ChainDigest(ofLine: line) == next.chain
    }

    private static let newline = UInt8(ascii: "\n")
}
