import SupportSystem

// A compressed segment, `journal-<first sequence>.jsonl.zst`, is a file that `zstdcat` turns into the
// lines of the segment, without the zeros at their end:
// - a skippable frame (RFC 8878, section 3.1.2), which every decompressor passes over: its magic and
//   its length, 4 bytes each; the segment's own header line; the line of a CompressedHeader; zeros up
//   to `leadBytes`; and for each of the frames that follow its length and the CRC32C of its bytes, 4
//   bytes each. All these numbers begin with their lowest byte.
// - frames with the text: `frameBytes` of it in each, and the rest in the last. Each can be read by
//   itself, and none is given to the decompressor unless its bytes are those that were written.

/// What stands before the frames of a compressed segment, but for their table.
struct CompressedLead: Hashable, Sendable {
    /// The header of the segment that was compressed.
    let segment: SegmentHeader
    /// The length of that header's line in the text, in bytes.
    let segmentLineBytes: Int
    /// What the file adds to it.
    let header: CompressedHeader

    /// The length of the lead, in bytes.
    static let bytes = skippableBytes + 2 * StoreLimits.headerBytesMax
    /// The length of the magic and the length of a skippable frame, in bytes.
    static let skippableBytes = 8
    /// The magic of a skippable frame.
    static let magic: UInt32 = 0x184D_2A50

    /// How many frames there are.
    var frames: Int { (header.textBytes - 1) / header.frameBytes + 1 }

    /// Where the first frame begins, in bytes.
    var framesStart: Int { Self.bytes + frames * FrameTable.entryBytes }

    /// The whole lead.
    func content() -> [UInt8] {
        var content = LittleEndian.bytes(of: Self.magic)
        content += LittleEndian.bytes(of: UInt32(framesStart - Self.skippableBytes))
        content += segment.line() + header.line()
        content.append(contentsOf: repeatElement(0, count: Self.bytes - content.count))
        return content
    }

    /// Reads the lead from the beginning of a file.
    static func read(_ beginning: [UInt8]) throws(Flaw) -> CompressedLead {
        guard beginning.count >= bytes, LittleEndian.number(beginning[0...]) == magic else {
            throw .damaged("it does not begin as a compressed segment begins")
        }
        let (segment, lineBytes) = try SegmentHeader.read(beginning[skippableBytes..<bytes])
        let header = try CompressedHeader.read(beginning[(skippableBytes + lineBytes)..<bytes])
        guard header.textBytes >= lineBytes, header.textBytes <= segment.segmentBytes,
            segment.segmentBytes <= StoreLimits.segmentBytesMax, header.next > segment.first,
            (StoreLimits.frameBytesMin...StoreLimits.frameBytesMax).contains(header.frameBytes)
        else { throw .damaged("its header has figures that no segment has") }
        let lead = CompressedLead(
            segment: segment, segmentLineBytes: lineBytes, header: header)
        guard lead.content().elementsEqual(beginning[..<bytes]) else {
            throw .damaged("there is more in its beginning than was written")
        }
        return lead
    }
}

/// The line of a compressed segment that says how it was compressed.
struct CompressedHeader: Hashable, Sendable {
    /// The first sequence of the segment that follows: only such a segment is compressed.
    let next: UInt64
    /// The length of the text without the zeros at its end, in bytes.
    let textBytes: Int
    /// The text of each frame but the last, in bytes.
    let frameBytes: Int
    /// The length of the whole file, in bytes: one that was cut shows.
    let fileBytes: Int
    /// The CRC32C of the table of frames.
    let table: UInt32

    private static let format = "supportd compressed journal"

    /// The line with its newline.
    func line() -> [UInt8] {
        var writer = HeaderWriter(format: Self.format)
        writer.add("next", next)
        writer.add("text", textBytes)
        writer.add("frame", frameBytes)
        writer.add("bytes", fileBytes)
        writer.add("table", table)
        return writer.line()
    }

    /// Reads the line at the beginning of some bytes.
    static func read(_ beginning: ArraySlice<UInt8>) throws(Flaw) -> CompressedHeader {
        var scanner = try HeaderScanner(beginning, format: format)
        let header = CompressedHeader(
            next: try scanner.number("next"), textBytes: try scanner.count("text"),
            frameBytes: try scanner.count("frame"), fileBytes: try scanner.count("bytes"),
            table: UInt32(truncatingIfNeeded: try scanner.number("table")))
        try scanner.finish()
        return header
    }
}

/// Where each frame of a compressed segment is, and what its bytes must be.
struct FrameTable: Hashable, Sendable {
    /// One frame.
    struct Entry: Hashable, Sendable {
        /// Where it begins in the file, in bytes.
        let start: Int
        /// Its length, in bytes.
        let length: Int
        /// The CRC32C of its bytes.
        let check: UInt32
    }

    /// What one frame takes in the table, in bytes.
    static let entryBytes = 8
    /// The frames, in order.
    private(set) var entries: [Entry] = []
    /// Where the next frame begins, in bytes.
    private(set) var end: Int

    /// A table of no frames yet, whose first begins there.
    init(start: Int) { end = start }

    /// Adds the frame that follows.
    mutating func add(length: Int, check: UInt32) {
        entries.append(Entry(start: end, length: length, check: check))
        end += length
    }

    /// The table as it stands in the file.
    func content() -> [UInt8] {
        entries.flatMap {
            LittleEndian.bytes(of: UInt32($0.length)) + LittleEndian.bytes(of: $0.check)
        }
    }

    /// Reads a table, and checks it against what the lead says of it.
    init(reading bytes: [UInt8], _ lead: CompressedLead) throws(Flaw) {
        guard CRC32C.check(of: bytes[...]) == lead.header.table,
            bytes.count == lead.frames * Self.entryBytes
        else { throw .damaged("its table of frames does not match its check") }
        self.init(start: lead.framesStart)
        for place in stride(from: 0, to: bytes.count, by: Self.entryBytes) {
            add(
                length: Int(LittleEndian.number(bytes[place...])),
                check: LittleEndian.number(bytes[(place + 4)...]))
        }
        let most = Self.frameLengthMax(of: lead.header.frameBytes)
        guard end == lead.header.fileBytes, entries.allSatisfy({ $0.length <= most }) else {
            throw .damaged("its table of frames does not fit its length")
        }
    }

    /// The longest frame of so much text that is read, in bytes.
    private static func frameLengthMax(of text: Int) -> Int { 2 * text + 1_024 }
}

/// Numbers of 4 bytes that begin with the lowest.
enum LittleEndian {
    /// The bytes of a number.
    static func bytes(of number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }

    /// The number at the beginning of some bytes; missing ones count as zeros.
    static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}
