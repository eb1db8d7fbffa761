import SupportSystem

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
