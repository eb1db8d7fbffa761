import SupportSystem

/// What a check of everything found in order: every record from the first kept one, and every
/// snapshot.
package struct Verification: Hashable, Sendable {
    /// The first record that is kept.
    package let firstSequence: Int
    /// The last record that was checked; one less than the first if there is none.
    package let lastSequence: Int
    /// How many segments were walked.
    package let segments: Int
    /// The snapshots that were checked, by the last record that each contains, newest first.
    package let snapshots: [Int]

    /// Walks the segments; the last one only as far as it is durable, as it may be growing.
    init(
        storage: any Storage, desk: DeskIdentity, firsts: [Int], durable: Int
    ) throws(StoreFault) {
        // A segment may have been begun since the durable sequence was asked for.
        let firsts = firsts.filter { $0 <= max(durable, firsts.first ?? 0) }
        let chain = try SegmentChain(firsts, of: desk, in: storage)
        let files = SnapshotFiles(storage: storage, desk: desk)
        var digests: [Int: ChainDigest] = [:]
        for sequence in try files.sequences() {
            digests[sequence] = try files.read(sequence).chain
        }
        for position in chain.segments.indices {
            let segment = chain.segments[position]
            let visit: (SegmentCheck, Int) throws(StoreFault) -> Void = {
                check, offset throws(StoreFault) in
                guard let digest = digests[check.nextSequence - 1], digest != check.chain else {
                    return
                }
                let text = "snapshot \(check.nextSequence - 1) was made from other records"
                throw segment.fault(offset, .damaged(text))
            }
            if position + 1 < chain.segments.count {
                try chain.walkWhole(position, visit)
            } else {
                try Self.walkLast(segment, durable, visit)
            }
        }
        firstSequence = firsts.first ?? 1
        lastSequence = durable
        segments = firsts.count
        snapshots = digests.keys.sorted(by: >)
    }

    private static func walkLast(
        _ segment: SegmentFile, _ durable: Int,
        _ visit: (SegmentCheck, Int) throws(StoreFault) -> Void
    ) throws(StoreFault) {
        let (check, flaw) = try segment.walk(through: durable, visit)
        guard check.nextSequence > durable else {
            let text = "record \(check.nextSequence) is missing"
            throw segment.fault(check.end, flaw ?? .damaged(text))
        }
    }
}
