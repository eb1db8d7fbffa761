import SupportSystem

/// A segment of zeros, durable, waiting for its name: it takes records without asking the disk for
/// room.
///
/// The zeros are truly written. A file that only has its room reserved would change its metadata
/// with every sync, and a sync would cost twice as much.
struct SpareSegment: Sendable {
    let file: any StorageFile
    /// The size of the whole file.
    let bytes: Int

    /// How many bytes of lines it takes for certain.
    var room: Int { bytes - StoreLimits.headerBytesMax - StoreLimits.endLineBytesMax }

    private static let pieceBytes = 1_048_576

    /// Prepares one under the spare's name, in place of one that is there.
    ///
    /// After a failure what was written is removed, so that a full disk is not kept full.
    static func prepare(
        _ bytes: Int, in storage: any Storage
    ) throws(StoreFault) -> SpareSegment {
        do throws(SystemFault) {
            let file = try storage.create(StoreFileName.spare)
            let zeros = [UInt8](repeating: 0, count: min(bytes, pieceBytes))
            var offset = 0
            while offset < bytes {
                try file.write(zeros.prefix(bytes - offset), at: offset)
                // Piece by piece, so that a commit never waits behind the whole segment.
                try file.syncData()
                offset += pieceBytes
            }
            try file.sync()
            return SpareSegment(file: file, bytes: bytes)
        } catch {
            try? storage.remove(StoreFileName.spare)
            throw StoreFault(
                doing: "prepare a journal segment", file: StoreFileName.spare,
                cause: .system(error))
        }
    }

    /// Gives it its header and its name; when this returns it is a durable part of the journal.
    ///
    /// The header is durable before the name is: a segment with a name has a whole header.
    func activate(
        _ header: SegmentHeader, in storage: any Storage
    ) throws(StoreFault) -> OpenSegment {
        let name = StoreFileName.segment(header.first)
        let line = header.line()
        try StoreFault.naming(name, "begin a journal segment") { () throws(SystemFault) in
            try file.write(line[...], at: 0)
            try file.syncData()
            try storage.rename(StoreFileName.spare, to: name)
            try storage.syncDirectory()
        }
        return OpenSegment(file: file, first: header.first, end: line.count, bytes: bytes)
    }
}
