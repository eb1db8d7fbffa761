import SupportSystem

/// The result of verifying the files: the marker, every record of the segments that were read,
/// every snapshot, and the durable mark.
package struct Verification: Hashable, Sendable {
    /// The first record that was checked.
    package let firstSequence: UInt64
    /// The last record that was checked; one less than the first if there is none.
    package let lastSequence: UInt64
    /// How many segments were walked.
    package let segments: Int
    /// The snapshots that were checked, by the last record that each contains, newest first.
    package let snapshots: [UInt64]

    /// Reads the segments; the last one only as far as it is durable, as it may be growing.
    ///
    /// - Parameters:
    ///   - since: segments that end before or with this record are skipped.
    ///   - isWanted: called for every record; false ends the verification with the fault `stopped`.
    init(
        storage: any Storage, desk: DeskIdentity, firsts: [UInt64], durable: UInt64, since: UInt64,
        while isWanted: () -> Bool
    ) throws(StoreFault) {
        try Marker.expect(desk, in: storage)
        // A segment may have been begun after the durable sequence was read.
        let begun = firsts.filter { $0 <= max(durable, firsts.first ?? 0) }
        let start = begun.lastIndex { $0 - 1 <= since } ?? begun.startIndex
        let firsts = Array(begun[start...])
        let chain = try SegmentChain(firsts, of: desk, in: storage)
        let witnesses = try Self.witnesses(storage, desk)
        for position in chain.segments.indices {
            let segment = chain.segments[position]
            let visit: (SegmentCheck, Int) throws(StoreFault) -> Void = {
                check, offset throws(StoreFault) in
                guard isWanted() else { throw segment.stopped(offset) }
                let sequence = check.nextSequence - 1
                guard let witness = witnesses[sequence], witness.chain != check.chain else {
                    return
                }
                throw segment.fault(
                    offset, .damaged("\(witness.name) was made from another record"))
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
        snapshots = witnesses.filter { $0.value.isSnapshot }.keys.sorted(by: >)
    }

    /// The digest of one record according to a file beside the journal.
    private struct Witness {
        let name: String
        let chain: ChainDigest
        let isSnapshot: Bool
    }

    /// Reads and verifies every snapshot, and the durable mark where there is one.
    private static func witnesses(
        _ storage: any Storage, _ desk: DeskIdentity
    ) throws(StoreFault) -> [UInt64: Witness] {
        let files = SnapshotFiles(storage: storage, desk: desk)
        var witnesses: [UInt64: Witness] = [:]
        let mark = DurableMarkFile(storage: storage, desk: desk)
        if let mark = try unlessMissing({ () throws(StoreFault) in try mark.read() }) {
            witnesses[mark.sequence] = Witness(
                name: StoreFileName.durable, chain: mark.chain, isSnapshot: false)
        }
        for sequence in try files.sequences() {
            // An old snapshot may have been removed meanwhile.
            let found = try unlessMissing { () throws(StoreFault) in try files.read(sequence).chain
            }
            guard let found else { continue }
            witnesses[sequence] = Witness(
                name: StoreFileName.snapshot(sequence), chain: found, isSnapshot: true)
        }
        return witnesses
    }

    private static func unlessMissing<Found>(
        _ read: () throws(StoreFault) -> Found
    ) throws(StoreFault) -> Found? {
        do {
            return try read()
        } catch {
            if error.isOfMissingFile { return nil }
            throw error
        }
    }

    private static func walkLast(
        _ segment: SegmentFile, _ durable: UInt64,
        _ visit: (SegmentCheck, Int) throws(StoreFault) -> Void
    ) throws(StoreFault) {
        let (check, flaw) = try segment.walk(through: durable, visit)
        guard check.nextSequence > durable else {
            let text = "record \(check.nextSequence) is missing"
            throw segment.fault(check.end, flaw ?? .damaged(text))
        }
    }
}
