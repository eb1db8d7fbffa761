/// Something that opening a store put right by itself.
package enum RecoveryNote: Hashable, Sendable {
    /// Bytes after the last good line, never acknowledged, were cut off and kept in another file.
    case tornTail(segment: String, offset: Int, sequence: Int, bytes: Int, keptAs: String)
    /// A snapshot could not be used; an older one, or the journal alone, was.
    case unusableSnapshot(StoreFault)
    /// An initialisation that had been cut short was completed.
    case initialisationCompleted
    /// A file that was never finished was removed.
    case unfinishedFileRemoved(String)
}

extension RecoveryNote: CustomStringConvertible {
    /// One sentence for the log.
    package var description: String {
        switch self {
        case .tornTail(let segment, let offset, let sequence, let bytes, let keptAs):
            "\(segment) ended in \(bytes) torn bytes at byte \(offset), where record \(sequence) "
                + "would be; they were never acknowledged and are kept in \(keptAs)"
        case .unusableSnapshot(let fault): "a snapshot was passed over: \(fault)"
        case .initialisationCompleted: "an interrupted initialisation was completed"
        case .unfinishedFileRemoved(let name): "the unfinished file \(name) was removed"
        }
    }
}
