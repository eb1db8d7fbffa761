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
        var segments: [SegmentFile] = []
        for first in firsts {
            let segment = try SegmentFile(first, of: desk, in: storage)
            if let before = segments.last, segment.header.previous != before.header.first {
                throw Self.missing(segment)
            }
            segments.append(segment)
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
    func expectBeginning() throws(StoreFault) {
        guard let first = segments.first, first.header.first != 1 else { return }
        throw StoreFault(
            doing: SegmentFile.doing, file: StoreFileName.segment(1),
            cause: .missing("the first segment is not there"))
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
            let start = max(segment.headerBytes - 1, segment.header.segmentBytes - bytes)
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

extension SegmentFile {
    /// Verifies lines until `last` is reached, no line follows, or one is wrong.
    ///
    /// The closure receives the check after each line, and the line's offset.
    func walk(
        through last: UInt64, _ body: (SegmentCheck, Int) throws(StoreFault) -> Void
    ) throws(StoreFault) -> (SegmentCheck, Flaw?) {
        var check = SegmentCheck(header, lineBytes: headerBytes)
        var walk = try StoreFault.naming(name, Self.doing) { () throws(SystemFault) in
            LineWalk(try open(), at: headerBytes)
        }
        while check.nextSequence <= last {
            let step = try StoreFault.naming(name, Self.doing) { () throws(SystemFault) in
                try walk.next()
            }
            guard case .line(let bytes, let offset) = step else { break }
            if let flaw = check.take(bytes) { return (check, flaw) }
            try body(check, offset)
        }
        return (check, nil)
    }

    /// Everything from an offset to the end of the file.
    func rest(from offset: Int) throws(StoreFault) -> ArraySlice<UInt8> {
        try StoreFault.naming(name, Self.doing) { () throws(SystemFault) in
            try open().read(at: offset, count: header.segmentBytes - offset)[...]
        }
    }

    /// The fault of a walk that was stopped.
    func stopped(_ offset: Int) -> StoreFault {
        StoreFault(doing: Self.doing, file: name, offset: offset, cause: .stopped)
    }

    /// The fault of a flaw at an offset of this segment.
    func fault(_ offset: Int, _ flaw: Flaw) -> StoreFault {
        flaw.fault(doing: Self.doing, file: name, offset: offset)
    }
}

/// A segment that is being verified: its name and its header.
///
/// Its file is open only while it is read, as a journal may have more segments than a process may
/// have open files.
struct SegmentFile: Sendable {
    let name: String
    private let storage: any Storage
    let header: SegmentHeader
    /// The length of the header's line, in bytes.
    let headerBytes: Int

    static let doing = "read the journal"

    /// Reads a segment's header and checks it against its name, its size and the desk; nil accepts
    /// any desk.
    init(
        _ first: UInt64, of desk: DeskIdentity?, in storage: any Storage
    ) throws(StoreFault) {
        let name = StoreFileName.segment(first)
        let (beginning, size) = try StoreFault.naming(name, Self.doing) {
            () throws(SystemFault) in
            let file = try storage.open(name, writing: false)
            let beginning = try file.read(at: 0, count: StoreLimits.headerBytesMax)
            return (beginning, try file.size())
        }
        do {
            (header, headerBytes) = try SegmentHeader.read(beginning[...])
            try Self.check(header, first, desk, size)
        } catch {
            throw error.fault(doing: Self.doing, file: name, offset: 0)
        }
        self.storage = storage
        self.name = name
    }

    /// Opens the file for reading.
    func open() throws(SystemFault) -> any StorageFile {
        try storage.open(name, writing: false)
    }

    private static func check(
        _ header: SegmentHeader, _ first: UInt64, _ desk: DeskIdentity?, _ size: Int
    ) throws(Flaw) {
        guard header.first == first, first > 0 else {
            throw .damaged("its header says that it begins with record \(header.first)")
        }
        guard desk == nil || header.desk == desk else {
            throw .damaged("it belongs to another desk")
        }
        guard size == header.segmentBytes, size <= StoreLimits.segmentBytesMax else {
            throw .damaged("it is \(size) bytes long where \(header.segmentBytes) were written")
        }
    }
}

/// Verifies that the lines of a segment follow one another, and stores how far it came.
struct SegmentCheck: Sendable {
    /// The sequence that must come next.
    private(set) var nextSequence: UInt64
    /// The digest of the last line.
    private(set) var chain: ChainDigest
    /// The offset after the last intact line, in bytes.
    private(set) var end: Int
    /// The offset of the first line that no other line proves to be durable, in bytes.
    private(set) var unprovenStart: Int
    private var synced: UInt64

    /// Begins after the header.
    init(_ header: SegmentHeader, lineBytes: Int) {
        nextSequence = header.first
        chain = header.chain
        end = lineBytes
        unprovenStart = lineBytes
        synced = 0
    }

    /// Takes the next line (without its newline); returns what is wrong with it.
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
