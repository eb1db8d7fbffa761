import SupportSystem

/// Checks that the lines of a segment follow one another, and remembers how far it came.
struct SegmentCheck: Sendable {
    /// The sequence that must come next.
    private(set) var nextSequence: Int
    /// The digest of the last line.
    private(set) var chain: ChainDigest
    /// The offset behind the last good line.
    private(set) var end: Int
    /// The offset of the first line that no other line proves to be durable.
    private(set) var unprovenStart: Int
    private var synced: Int

    /// Begins behind the header.
    init(_ header: SegmentHeader, lineBytes: Int) {
        nextSequence = header.first
        chain = header.chain
        end = lineBytes
        unprovenStart = lineBytes
        synced = 0
    }

    /// Takes the next line (without its newline), or says what is wrong with it.
    mutating func take(_ bytes: ArraySlice<UInt8>) -> Flaw? {
        guard let line = SealedLine(bytes) else {
            return .damaged("this line does not match its check")
        }
        guard line.sequence == nextSequence else {
            return .damaged("record \(nextSequence) is missing before record \(line.sequence)")
        }
        guard line.chain == chain else {
            return .damaged("record \(nextSequence) does not follow the record before it")
        }
        guard line.synced < line.sequence, line.synced >= synced else {
            return .damaged("record \(nextSequence) names a wrong durable record")
        }
        if line.synced > synced {
            synced = line.synced
            unprovenStart = end
        }
        chain = ChainDigest(ofLine: bytes)
        nextSequence += 1
        end += bytes.count + 1
        return nil
    }
}
