import SupportSystem

/// All segments of a journal in order, with headers that match each other.
///
/// Only the headers are read here; `walkWhole` verifies that the lines of a segment lead to the
/// next header.
struct SegmentChain: Sendable {
    let segments: [SegmentFile]

    /// Reads the headers; `firsts` is in order and not empty.
    init(
        _ firsts: [UInt64], of desk: DeskIdentity, in storage: any Storage
    ) throws(StoreFault) {
        try self.init(
            firsts.map { first throws(StoreFault) in
                try SegmentFile(first, of: desk, in: storage)
            }, of: desk)
    }

    /// Checks headers that were read, in order.
    init(_ segments: [SegmentFile], of desk: DeskIdentity) throws(StoreFault) {
        for (before, segment) in zip(segments, segments.dropFirst()) {
            if segment.header.previous != before.header.first { throw Self.missing(segment) }
        }
        if let first = segments.first?.header, first.first == 1,
            first.previous != 0 || first.chain != ChainDigest(beginningOf: desk)
        {
            throw StoreFault(
                doing: SegmentFile.doing, file: StoreFileName.segment(1), offset: 0,
                cause: .damaged("it does not begin as the desk's journal began"))
        }
        self.segments = segments
    }

    /// Throws unless the journal begins with record 1, for a store that never removes segments.
    func expectBeginning(in storage: any Storage) throws(StoreFault) {
        guard let first = segments.first, first.header.first != 1 else { return }
        let marker = try Marker.read(in: storage, doing: SegmentFile.doing)
        throw StoreFault(
            doing: SegmentFile.doing, file: StoreFileName.segment(1),
            cause: .missing(
                marker.version < Marker.versionOfCompressed
                    ? "the first segment is not there" : StoreFault.notInArchive))
    }

    private static func missing(_ segment: SegmentFile) -> StoreFault {
        let lost = StoreFileName.segment(segment.header.previous)
        return StoreFault(
            doing: SegmentFile.doing, file: segment.name, offset: 0,
            cause: .missing("the segment before it, \(lost), is not there"))
    }

    /// Checks that the last record of a segment precedes the next segment, without reading the
    /// lines before it.
    func checkEnd(_ position: Int) throws(StoreFault) {
        let (segment, next) = (segments[position], segments[position + 1])
        for bytes in [16_384, 1_048_576, segment.header.segmentBytes] {
            // The newline of the header precedes the first record.
            let start = max(segment.headerBytes - 1, segment.textBytes - bytes)
            if SegmentTail(try segment.rest(from: start)).leads(to: next.header) { return }
            if start < segment.headerBytes { break }
        }
        // A walk from the beginning finds what is wrong, and where.
        try walkWhole(position) { _, _ throws(StoreFault) in }
    }

    /// Verifies a segment that another follows: its lines must lead to the other without a gap.
    ///
    /// The closure receives the check after each line, and the line's offset.
    func walkWhole(
        _ position: Int, _ body: (SegmentCheck, Int) throws(StoreFault) -> Void
    ) throws(StoreFault) {
        let segment = segments[position]
        let next = segments[position + 1]
        let (check, flaw) = try segment.walk(through: .max, body)
        let rest = try segment.rest(from: check.end)
        if !SegmentEnd(next: next.header.first).isAll(of: rest) {
            throw segment.fault(check.end, flaw ?? .damaged("there is more behind the last record"))
        }
        guard check.nextSequence == next.header.first else {
            let text = "record \(check.nextSequence) is missing; the next segment begins with "
            throw segment.fault(check.end, .damaged(text + "\(next.header.first)"))
        }
        guard check.chain == next.header.chain else {
            let text = "\(next.name) does not follow the last record here"
            throw segment.fault(check.end, .damaged(text))
        }
    }
}
