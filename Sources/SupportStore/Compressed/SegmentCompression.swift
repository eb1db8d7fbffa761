import SupportSystem
import SupportZstd

// A segment is compressed in this order: the plain file is verified; the marker gets the version that
// says that there are compressed ones; the compressed file is written beside, synced, and gets its
// name; it is read back and held against the plain file; its name is made durable once more; and only
// then the plain file is removed. Whenever this ends, the plain file is there, or a compressed one
// that was held against it. Where both are there the plain one counts,
// and the other is written again.
//
// With an archive the compressed file is written there, and what was compressed before is copied
// there; otherwise the order is the same. Segments go there oldest first, up to one that cannot.

/// The compression of one segment.
struct SegmentCompression {
    /// The state directory.
    let storage: any Storage
    /// The archive; nil for none.
    let archive: (any Storage)?
    let desk: DeskIdentity
    let segment: OldSegment
    /// The text of each frame, in bytes.
    let frameBytes: Int

    private static let doing = "compress an old segment"
    /// How much is written between two syncs, in bytes: a commit waits for no more than that.
    private static let syncBytes = 1_048_576

    private var name: String { StoreFileName.compressed(segment.first) }
    /// Where the compressed file goes.
    private var target: any Storage { archive ?? storage }

    /// Runs it to its end; throws the fault `stopped` where it is not wanted any more.
    func run(while isWanted: () -> Bool) throws(StoreFault) -> CompressedSegment {
        let source = try verified(self.source(), in: storage, isWanted)
        let isThere = try isArchived(isWanted)
        try raiseMarker()
        if !isThere {
            let isDone =
                segment.isPlain ? try write(source, isWanted) : try copy(source, isWanted)
            guard isDone else { throw stopped }
        }
        do throws(StoreFault) {
            let compressed = try verified(written(), in: target, isWanted)
            try compare(isWanted)
            // Also where an earlier attempt has written it: that may have ended before its name was
            // durable.
            try syncTarget()
            try removeSource()
            return CompressedSegment(
                name: name, plainBytes: source.header.segmentBytes,
                bytes: compressed.lead?.header.fileBytes ?? 0)
        } catch {
            // The source is still there, and counts.
            if case .damaged = error.cause { try? target.remove(name) }
            throw error
        }
    }

    /// The segment as it is.
    private func source() throws(StoreFault) -> SegmentText {
        segment.isPlain
            ? try SegmentText(plain: segment.first, in: storage, doing: Self.doing)
            : try SegmentText(compressed: segment.first, in: storage, doing: Self.doing)
    }

    /// The compressed file where it goes.
    private func written() throws(StoreFault) -> SegmentText {
        try SegmentText(compressed: segment.first, in: target, doing: Self.doing)
    }

    /// Whether an earlier attempt has written the file into the archive; throws where what is there
    /// is not this desk's.
    private func isArchived(_ isWanted: () -> Bool) throws(StoreFault) -> Bool {
        guard let archive else { return false }
        let names = try StoreFault.naming(archive.place, Self.doing) { () throws(SystemFault) in
            try archive.names()
        }
        let survey = StateSurvey(names)
        guard !survey.hasMarker else { throw occupied("it is a state directory") }
        try expectOldest()
        if let later = survey.segments.last(where: { $0 > segment.first }) {
            throw occupied(
                "\(StoreFileName.compressed(later)) is there, which does not come before \(name); "
                    + "name an empty directory")
        }
        guard names.contains(name) else { return false }
        do throws(StoreFault) {
            _ = try verified(written(), in: archive, isWanted)
            return true
        } catch {
            guard error.isDamage else { throw error }
            throw occupied("another \(name) is there (\(error.reason)); name an empty directory")
        }
    }

    /// Throws unless the segment is the first of the state directory, as the archive has what comes
    /// before that.
    private func expectOldest() throws(StoreFault) {
        let first = try StoreFault.naming(storage.place, Self.doing) { () throws(SystemFault) in
            StateSurvey(try storage.names()).segments.first
        }
        guard first == segment.first else {
            throw StoreFault(
                doing: Self.doing, file: segment.name,
                cause: .misused("segment \(first ?? 0) comes before it and is not archived"))
        }
    }

    private func occupied(_ text: String) -> StoreFault {
        StoreFault(doing: Self.doing, file: archive?.place ?? name, cause: .occupied(text))
    }

    /// Copies a compressed file into the archive; false where it is not wanted any more.
    private func copy(
        _ source: SegmentFile, _ isWanted: () -> Bool
    ) throws(StoreFault) -> Bool {
        try StoreFault.naming(name, Self.doing) { () throws(SystemFault) in
            let old = try storage.open(name, writing: false)
            let size = try old.size()
            return try writeFileDurably(name, in: target) { new throws(SystemFault) in
                for start in stride(from: 0, to: size, by: Self.syncBytes) {
                    guard isWanted() else { return false }
                    try new.write(try old.read(at: start, count: Self.syncBytes)[...], at: start)
                    try new.syncData()
                }
                return true
            }
        }
    }

    /// Reads all lines of the segment, which must lead to the next one.
    private func verified(
        _ text: SegmentText, in place: any Storage, _ isWanted: () -> Bool
    ) throws(StoreFault) -> SegmentFile {
        let file = try SegmentFile(text, segment.first, of: desk, in: place)
        let next = try SegmentFile(segment.next, of: desk, in: storage)
        try SegmentChain([file, next], of: desk).walkWhole(0) { _, offset throws(StoreFault) in
            guard isWanted() else { throw file.stopped(offset) }
        }
        return file
    }

    /// Has the marker say that there are compressed segments, so that an older release refuses them
    /// by name.
    private func raiseMarker() throws(StoreFault) {
        var marker = try Marker.read(in: storage, doing: Self.doing)
        guard marker.version < Marker.versionOfCompressed else { return }
        marker.version = Marker.versionOfCompressed
        let line = marker.line()
        try StoreFault.naming(StoreFileName.initialised, Self.doing) { () throws(SystemFault) in
            try writeFileDurably(StoreFileName.initialised, [line[...]], in: storage)
        }
    }

    /// Writes the compressed file; false where it is not wanted any more.
    private func write(
        _ plain: SegmentFile, _ isWanted: () -> Bool
    ) throws(StoreFault) -> Bool {
        let text = try StoreFault.naming(plain.name, Self.doing) { () throws(SystemFault) in
            try storage.open(plain.name, writing: false)
        }
        let textBytes = try textBytes(of: text, plain)
        return try StoreFault.naming(name, Self.doing) { () throws(SystemFault) in
            try writeFileDurably(name, in: target) { file throws(SystemFault) in
                try write(text, textBytes, plain, to: file, isWanted)
            }
        }
    }

    private func write(
        _ text: any StorageFile, _ textBytes: Int, _ plain: SegmentFile, to file: any StorageFile,
        _ isWanted: () -> Bool
    ) throws(SystemFault) -> Bool {
        let frames = (textBytes - 1) / frameBytes + 1
        var table = FrameTable(start: CompressedLead.bytes + frames * FrameTable.entryBytes)
        var synced = 0
        for start in stride(from: 0, to: textBytes, by: frameBytes) {
            guard isWanted() else { return false }
            let part = try text.read(at: start, count: min(frameBytes, textBytes - start))
            guard let frame = ZstdFrame.compressed(part[...]) else {
                throw .memory(doing: "compress", subject: plain.name)
            }
            try file.write(frame[...], at: table.end)
            table.add(length: frame.count, check: CRC32C.check(of: frame[...]))
            guard table.end - synced >= Self.syncBytes else { continue }
            try file.syncData()
            synced = table.end
        }
        let entries = table.content()
        let header = CompressedHeader(
            next: segment.next, textBytes: textBytes, frameBytes: frameBytes,
            fileBytes: table.end, table: CRC32C.check(of: entries[...]))
        let lead = CompressedLead(
            segment: plain.header, segmentLineBytes: plain.headerBytes, header: header)
        try file.write((lead.content() + entries)[...], at: 0)
        return true
    }

    /// The length of the text without the zeros at its end, in bytes.
    private func textBytes(
        of file: any StorageFile, _ plain: SegmentFile
    ) throws(StoreFault) -> Int {
        try StoreFault.naming(plain.name, Self.doing) { () throws(SystemFault) in
            var end = plain.header.segmentBytes
            while end > plain.headerBytes {
                let start = max(0, end - Self.syncBytes)
                let kept = try file.read(at: start, count: end - start)[...].withoutTrailingZeros
                if !kept.isEmpty { return start + kept.count }
                end = start
            }
            return plain.headerBytes
        }
    }

    /// Throws unless both files give the same text.
    private func compare(_ isWanted: () -> Bool) throws(StoreFault) {
        var (source, written) = (try self.source(), try self.written())
        let size = try source.size()
        for start in stride(from: 0, to: size, by: frameBytes) {
            guard isWanted() else { throw stopped }
            let count = min(frameBytes, size - start)
            guard try written.read(at: start, count: count) == source.read(at: start, count: count)
            else { throw written.fault(start, .damaged("it does not read as it was written")) }
        }
    }

    private func syncTarget() throws(StoreFault) {
        try StoreFault.naming(target.place, Self.doing) { () throws(SystemFault) in
            try target.syncDirectory()
        }
    }

    /// Removes the files of the segment that the written one replaces.
    private func removeSource() throws(StoreFault) {
        let names = try StoreFault.naming(storage.place, Self.doing) { () throws(SystemFault) in
            try storage.names()
        }
        // The plain file last, as it is read in place of the other.
        let replaced = (archive == nil ? [] : [name]) + [StoreFileName.segment(segment.first)]
        for name in replaced where names.contains(name) {
            try StoreFault.naming(name, Self.doing) { () throws(SystemFault) in
                try storage.remove(name)
            }
        }
        try StoreFault.naming(storage.place, Self.doing) { () throws(SystemFault) in
            try storage.syncDirectory()
        }
    }

    private var stopped: StoreFault {
        StoreFault(doing: Self.doing, file: name, cause: .stopped)
    }
}
