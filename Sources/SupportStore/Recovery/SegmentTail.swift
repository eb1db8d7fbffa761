import SupportSystem

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
