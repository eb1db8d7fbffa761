import SupportSystem

// How the end of the journal is read after a power cut.
//
// One batch of lines is written at a time, and the next only after a sync. A segment was all zeros
// up to its full size, durably, before it took lines. So after a power cut everything before the
// last batch is as it was written, and of the last batch any part may have reached the disk in any
// order: its end may be missing, and so may a piece in its middle, where the zeros then still are.
// Nobody was told of a batch that a power cut interrupted, so what is not whole of it may go.
//
// Damage to a batch that *was* synced must never be taken for this. Each line says in `synced` which
// record was the last durable one when the line was written: every line of a batch names the record
// before the batch. Hence, with record `k` missing at a place in the last segment:
//
// - an intact line anywhere behind that says `synced` ≥ k proves that k was durable: damage;
// - so does a snapshot that contains k, as a snapshot is written only of durable records, and the
//   durable mark, which is written of the last record after each sync;
// - otherwise k and all behind it may belong to the unsynced batch: a torn tail, cut off after a
//   copy was put aside, and reported.
//
// A power cut alone never meets the first two, so it never stops a start. What cannot be told apart
// is damage to the very last batch of a journal after a power cut, which may have taken the mark of
// it; then, too, the tail is cut and reported, as what may have been acknowledged. Assumed of the
// disk is that writing a sector does not spoil its neighbours, and that a sector which holds old
// bytes and new keeps the old ones.

/// What the bytes behind the last good line of the journal are.
enum TornTail: Hashable, Sendable {
    /// Zeros: the legal end.
    case none
    /// The first so many bytes are the remains of a batch; nothing shows that it was acknowledged.
    case torn(bytes: Int)
    /// A record that was durable is missing.
    case damaged(String)

    /// Judges the rest of the last segment.
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
            // Behind a hole a line begins after the last zero.
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

    /// Whether they hold the whole line of the record that the next segment follows, and behind it
    /// nothing but the segment's end.
    func leads(to next: SegmentHeader) -> Bool {
        // The end line has a newline too, unless a power cut took it.
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
