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
        switch StoreFileName(name) {
        case .segment, .snapshot, .marker: break
        case .durableMark, .unfinished, .remains, .foreign: return nil
        }
        let file: any StorageFile
        do throws(StoreFault) {
            file = try StoreFault.naming(name, Self.copying) { () throws(SystemFault) in
                try storage.open(name, writing: false)
            }
        } catch {
            if error.isOfMissingFile { return nil }
            throw error
        }
        guard let end = try end(of: name, through: sequence, file) else { return nil }
        let count = max(0, min(bytesMax, end - offset))
        let bytes = try StoreFault.naming(name, Self.copying) { () throws(SystemFault) in
            try file.read(at: offset, count: count)
        }
        let after = offset + count
        return BackupPiece(
            bytes: Array(bytes[...].withoutTrailingZeros), next: after < end ? after : nil)
    }

    /// Where the copy of a file ends, in bytes; nil where the file is not copied, or not so far.
    private func end(
        of name: String, through sequence: UInt64?, _ file: any StorageFile
    ) throws(StoreFault) -> Int? {
        switch StoreFileName(name) {
        case .segment(let first):
            guard let sequence else { return first == firsts.last ? nil : try size(file, name) }
            guard sequence <= durableSequence, sequence + 1 >= first else { return nil }
            if sequence + 1 == first || sequence == 0 {
                return try SegmentFile(first, of: desk, in: storage).headerBytes
            }
            return try reader.end(of: sequence, inSegment: first)
        case .snapshot, .marker: return sequence == nil ? try size(file, name) : nil
        case .durableMark, .unfinished, .remains, .foreign: return nil
        }
    }

    private func size(_ file: any StorageFile, _ name: String) throws(StoreFault) -> Int {
        try StoreFault.naming(name, Self.copying) { () throws(SystemFault) in try file.size() }
    }

    private static let copying = "copy a file for a backup"
}
