package import SupportModel
import SupportSystem

extension Store {
    /// A part of a file that a list named; nil where there is no such file, or not any more.
    ///
    /// Only files of the journal are read, and of them only what is durable.
    ///
    /// - Parameters:
    ///   - sequence: the last record that is wanted of a segment that takes new records.
    ///   - bytesMax: the most that is read.
    package func backupPiece(
        of name: String, through sequence: UInt64?, from offset: Int, bytesMax: Int
    ) throws(StoreFault) -> BackupPiece? {
        do throws(StoreFault) {
            switch StoreFileName(name) {
            case .segment(let first):
                return try piece(ofSegment: first, through: sequence, offset, bytesMax)
            case .compressed, .snapshot, .marker:
                return sequence == nil ? try piece(ofFile: name, offset, bytesMax) : nil
            case .durableMark, .unfinished, .remains, .foreign: return nil
            }
        } catch {
            if error.isOfMissingFile { return nil }
            throw error
        }
    }

    /// A part of the text of a segment, also where its plain file, which was listed, was compressed
    /// since.
    private func piece(
        ofSegment first: UInt64, through sequence: UInt64?, _ offset: Int, _ bytesMax: Int
    ) throws(StoreFault) -> BackupPiece? {
        var text = try SegmentText(first, in: storage, doing: Self.copying)
        guard let end = try end(of: text, first, through: sequence) else { return nil }
        let count = max(0, min(bytesMax, end - offset))
        // Short before a damaged frame, whose fault the next part meets.
        let bytes = try text.read(at: offset, count: count)
        return BackupPiece(bytes, from: offset, end: end)
    }

    private func piece(
        ofFile name: String, _ offset: Int, _ bytesMax: Int
    ) throws(StoreFault) -> BackupPiece {
        try StoreFault.naming(name, Self.copying) { () throws(SystemFault) in
            let file = try storage.open(name, writing: false)
            let end = try file.size()
            let count = max(0, min(bytesMax, end - offset))
            return BackupPiece(try file.read(at: offset, count: count), from: offset, end: end)
        }
    }

    /// Where the copy of a segment ends, in bytes; nil where it is not copied, or not so far.
    private func end(
        of text: SegmentText, _ first: UInt64, through sequence: UInt64?
    ) throws(StoreFault) -> Int? {
        guard let sequence else { return first == firsts.last ? nil : try text.size() }
        guard sequence <= durableSequence, sequence + 1 >= first else { return nil }
        if sequence + 1 == first || sequence == 0 {
            return try SegmentFile(first, of: desk, in: storage).headerBytes
        }
        return try reader.end(of: sequence, inSegment: first)
    }

    private static let copying = "copy a file for a backup"
}

extension BackupPiece {
    /// What was read of a file that ends there.
    init(_ bytes: [UInt8], from offset: Int, end: Int) {
        let after = offset + bytes.count
        self.init(
            bytes: Array(bytes[...].withoutTrailingZeros),
            next: after < end && !bytes.isEmpty ? after : nil)
    }
}
