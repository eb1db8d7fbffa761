import SupportSystem

extension SegmentFile {
    /// Verifies lines until `last` is reached, no line follows, or one is wrong.
    ///
    /// The closure receives the check after each line, and the line's offset in the text.
    func walk(
        through last: UInt64, _ body: (SegmentCheck, Int) throws(StoreFault) -> Void
    ) throws(StoreFault) -> (SegmentCheck, Flaw?) {
        var check = SegmentCheck(header, lineBytes: headerBytes)
        var walk = LineWalk(try open(), at: headerBytes)
        while check.nextSequence <= last {
            guard case .line(let bytes, let offset) = try walk.next() else { break }
            if let flaw = check.take(bytes) { return (check, flaw) }
            try body(check, offset)
        }
        return (check, nil)
    }

    /// Everything from an offset of the text to its end.
    func rest(from offset: Int) throws(StoreFault) -> ArraySlice<UInt8> {
        var text = try open()
        var rest: [UInt8] = []
        while offset + rest.count < header.segmentBytes {
            let start = offset + rest.count
            let part = try text.read(at: start, count: header.segmentBytes - start)
            guard !part.isEmpty else { break }
            rest += part
        }
        return rest[...]
    }

    /// The fault of a walk that was stopped at an offset of the text.
    func stopped(_ offset: Int) -> StoreFault {
        StoreFault(doing: Self.doing, file: name, offset: offset, cause: .stopped)
    }

    /// The fault of a flaw at an offset of the text, placed in the file.
    func fault(_ offset: Int, _ flaw: Flaw) -> StoreFault {
        // A compressed file says where its frames are only once one of them was read.
        guard lead != nil, var text = try? open(), (try? text.read(at: offset, count: 1)) != nil
        else { return flaw.fault(doing: Self.doing, file: name, offset: offset) }
        return text.fault(offset, flaw)
    }
}

/// A segment that is being verified: its name and its header.
///
/// Its file is open only while it is read, as a journal may have more segments than a process may
/// have open files.
struct SegmentFile: Sendable {
    /// The name of the file, plain or compressed.
    let name: String
    private let storage: any Storage
    let header: SegmentHeader
    /// The length of the header's line, in bytes.
    let headerBytes: Int
    /// How the segment was compressed; nil for a plain one.
    let lead: CompressedLead?

    static let doing = "read the journal"

    /// Reads a segment's header and checks it against its name, its size and the desk; nil accepts
    /// any desk.
    init(
        _ first: UInt64, of desk: DeskIdentity?, in storage: any Storage
    ) throws(StoreFault) {
        let text = try SegmentText(first, in: storage, doing: Self.doing)
        try self.init(text, first, of: desk, in: storage)
    }

    /// Reads the header of a text that is open, and checks it.
    init(
        _ text: SegmentText, _ first: UInt64, of desk: DeskIdentity?, in storage: any Storage
    ) throws(StoreFault) {
        (header, headerBytes) = try text.header()
        do throws(Flaw) {
            try Self.check(header, first, desk)
        } catch {
            throw error.fault(doing: Self.doing, file: text.name, offset: 0)
        }
        try text.checkSize(header)
        (self.storage, name, lead) = (storage, text.name, text.lead)
    }

    /// Where the text ends but for zeros, in bytes, as far as the header knows.
    var textBytes: Int { lead?.header.textBytes ?? header.segmentBytes }

    /// Opens the text for reading. Where the plain file was compressed meanwhile, that is read: it
    /// has the same text.
    func open() throws(StoreFault) -> SegmentText {
        if lead != nil {
            return try SegmentText(compressed: header.first, in: storage, doing: Self.doing)
        }
        return try SegmentText(header.first, in: storage, doing: Self.doing)
    }

    private static func check(
        _ header: SegmentHeader, _ first: UInt64, _ desk: DeskIdentity?
    ) throws(Flaw) {
        guard header.first == first, first > 0 else {
            throw .damaged("its header says that it begins with record \(header.first)")
        }
        guard desk == nil || header.desk == desk else {
            throw .damaged("it belongs to another desk")
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
