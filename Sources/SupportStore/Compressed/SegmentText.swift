import SupportSystem
import SupportZstd

/// The text of a segment, read from its plain file or from its compressed one: the same bytes at the
/// same offsets. Where both files are there the plain one is read.
///
/// Damage of a compressed file is named where it lies in that file.
struct SegmentText {
    /// The name of the file that is read.
    let name: String
    /// The lead of a compressed file; nil for a plain one.
    let lead: CompressedLead?
    private let file: any StorageFile
    private let doing: String
    private var table: FrameTable?
    /// The frame that was decompressed last.
    private var decompressed: (number: Int, text: [UInt8])?

    /// Opens a segment.
    ///
    /// - Parameter doing: the purpose, for faults.
    init(
        _ first: UInt64, in storage: any Storage, doing: String
    ) throws(StoreFault) {
        do throws(StoreFault) {
            try self.init(plain: first, in: storage, doing: doing)
        } catch let missing {
            // A segment has its compressed name before it loses its plain one.
            guard missing.isOfMissingFile else { throw missing }
            do throws(StoreFault) {
                try self.init(compressed: first, in: storage, doing: doing)
            } catch {
                throw error.isOfMissingFile ? missing : error
            }
        }
    }

    /// Opens the plain file of a segment.
    init(
        plain first: UInt64, in storage: any Storage, doing: String
    ) throws(StoreFault) {
        let name = StoreFileName.segment(first)
        file = try StoreFault.naming(name, doing) { () throws(SystemFault) in
            try storage.open(name, writing: false)
        }
        (self.name, lead, self.doing) = (name, nil, doing)
    }

    /// Opens the compressed file of a segment and reads its lead.
    init(
        compressed first: UInt64, in storage: any Storage, doing: String
    ) throws(StoreFault) {
        let name = StoreFileName.compressed(first)
        let (file, beginning) = try StoreFault.naming(name, doing) { () throws(SystemFault) in
            let file = try storage.open(name, writing: false)
            return (file, try file.read(at: 0, count: CompressedLead.bytes))
        }
        do throws(Flaw) {
            lead = try CompressedLead.read(beginning)
        } catch {
            throw error.fault(doing: doing, file: name, offset: 0)
        }
        (self.name, self.file, self.doing) = (name, file, doing)
    }

    /// The segment's header and the length of its line.
    func header() throws(StoreFault) -> (header: SegmentHeader, lineBytes: Int) {
        if let lead { return (lead.segment, lead.segmentLineBytes) }
        let beginning = try calling { () throws(SystemFault) in
            try file.read(at: 0, count: StoreLimits.headerBytesMax)
        }
        do throws(Flaw) {
            return try SegmentHeader.read(beginning[...])
        } catch {
            throw error.fault(doing: doing, file: name, offset: 0)
        }
    }

    /// Throws unless the file is as long as its header says, and not too long to be read.
    func checkSize(_ header: SegmentHeader) throws(StoreFault) {
        let size = try calling { () throws(SystemFault) in try file.size() }
        let wanted = lead?.header.fileBytes ?? header.segmentBytes
        guard size == wanted, size <= StoreLimits.segmentBytesMax else {
            throw Flaw.damaged("it is \(size) bytes long where \(wanted) were written")
                .fault(doing: doing, file: name, offset: 0)
        }
    }

    /// The length of the text with the zeros at its end, in bytes.
    func size() throws(StoreFault) -> Int {
        if let lead { return lead.segment.segmentBytes }
        return try calling { () throws(SystemFault) in try file.size() }
    }

    /// Up to `count` bytes of the text from `offset`; fewer at its end, and before a damaged frame.
    mutating func read(at offset: Int, count: Int) throws(StoreFault) -> [UInt8] {
        guard let lead else {
            return try calling { () throws(SystemFault) in
                try file.read(at: offset, count: count)
            }
        }
        var bytes: [UInt8] = []
        let end = offset + min(count, max(0, lead.segment.segmentBytes - offset))
        while offset + bytes.count < min(end, lead.header.textBytes) {
            let position = offset + bytes.count
            do throws(StoreFault) {
                let text = try frame(position / lead.header.frameBytes, lead)
                let start = position % lead.header.frameBytes
                bytes += text[start..<min(text.count, start + end - position)]
            } catch {
                if bytes.isEmpty { throw error }
                return bytes
            }
        }
        bytes.append(contentsOf: repeatElement(0, count: end - offset - bytes.count))
        return bytes
    }

    /// The fault of a flaw of the text, at the place of the file where that is.
    func fault(_ offset: Int, _ flaw: Flaw) -> StoreFault {
        flaw.fault(doing: doing, file: name, offset: fileOffset(of: offset))
    }

    /// Where a frame that cannot be read ends in the text; nil where that is not known, and for a
    /// plain file.
    func endOfFrame(at offset: Int) -> Int? {
        guard let lead, table != nil, offset < lead.header.textBytes else { return nil }
        return (offset / lead.header.frameBytes + 1) * lead.header.frameBytes
    }

    /// The text of a frame, which need not be decompressed twice in a row.
    private mutating func frame(
        _ number: Int, _ lead: CompressedLead
    ) throws(StoreFault) -> [UInt8] {
        if let decompressed, decompressed.number == number { return decompressed.text }
        let entry = try entry(number, lead)
        let bytes = try calling { () throws(SystemFault) in
            try file.read(at: entry.start, count: entry.length)
        }
        guard CRC32C.check(of: bytes[...]) == entry.check, bytes.count == entry.length else {
            throw damaged(entry, "this frame does not match its check")
        }
        let length = min(
            lead.header.frameBytes, lead.header.textBytes - number * lead.header.frameBytes)
        guard let text = ZstdFrame.content(of: bytes[...], bytes: length) else {
            throw damaged(entry, "this frame cannot be decompressed")
        }
        decompressed = (number, text)
        return text
    }

    private mutating func entry(
        _ number: Int, _ lead: CompressedLead
    ) throws(StoreFault) -> FrameTable.Entry {
        if let table { return table.entries[number] }
        let bytes = try calling { () throws(SystemFault) in
            try file.read(
                at: CompressedLead.bytes, count: lead.framesStart - CompressedLead.bytes)
        }
        do throws(Flaw) {
            let read = try FrameTable(reading: bytes, lead)
            table = read
            return read.entries[number]
        } catch {
            throw error.fault(doing: doing, file: name, offset: CompressedLead.bytes)
        }
    }

    private func damaged(_ entry: FrameTable.Entry, _ text: String) -> StoreFault {
        Flaw.damaged(text).fault(doing: doing, file: name, offset: entry.start)
    }

    /// Where the frame with an offset of the text begins; the offset itself in a plain file.
    private func fileOffset(of offset: Int) -> Int {
        guard let lead else { return offset }
        let number = min(max(0, offset), lead.header.textBytes - 1) / lead.header.frameBytes
        return table?.entries[number].start ?? lead.framesStart
    }

    private func calling<Answer>(
        _ body: () throws(SystemFault) -> Answer
    ) throws(StoreFault) -> Answer {
        try StoreFault.naming(name, doing, body)
    }
}
