/// The result of opening a store: where to begin, and what to report.
package struct RecoveredLog: Sendable {
    /// The newest intact snapshot; nil to begin with an empty state and replay from record 1.
    package let snapshot: Snapshot?
    /// The last record of the journal, 0 for none.
    package let lastSequence: UInt64
    /// Whether the desk was initialised by this opening.
    package let isNew: Bool
    /// What was irregular, in the order in which it was found; each note is to be logged.
    package let notes: [RecoveryNote]
}

/// An irregularity that opening a store corrected by itself.
package enum RecoveryNote: Hashable, Sendable {
    /// Bytes after the last good line were cut off and kept in another file.
    case tornTail(segment: String, offset: Int, sequence: UInt64, bytes: Int, keptAs: String)
    /// A snapshot could not be used; an older one, or the journal alone, was.
    case unusableSnapshot(StoreFault)
    /// The mark of what was durable could not be read and was written anew.
    case unusableMark(StoreFault)
    /// An interrupted initialisation was completed.
    case initialisationCompleted
    /// An unfinished file was removed.
    case unfinishedFileRemoved(String)
}

extension RecoveryNote: CustomStringConvertible {
    /// One sentence for the log.
    package var description: String {
        switch self {
        case .tornTail(let segment, let offset, let sequence, let bytes, let keptAs):
            "\(segment) ends at byte \(offset) in \(Self.bytes(bytes)) that are no whole record, "
                + "where record \(sequence) would be; they were put aside as \(keptAs). A write that "
                + "a kill or a power cut interrupted leaves such an end, and nobody was told that it "
                + "was done; a last record that was damaged after a power cut looks the same. If a change is "
                + "missed, look into that file; if none is, remove it"
        case .unusableMark(let fault):
            "\(fault.file) was passed over: \(fault.sentence). The journal was read to its end "
                + "without it, and the start writes it anew. \(Self.nothingToDo)"
        case .unusableSnapshot(let fault):
            "a snapshot was passed over: \(fault.sentence). An older one, or the journal alone, "
                + "gave the same state, and it is removed once there are two newer ones. "
                + Self.nothingToDo
        case .initialisationCompleted: "an interrupted initialisation was completed"
        case .unfinishedFileRemoved(let name): "the unfinished file \(name) was removed"
        }
    }

    /// The end of a note about a fault without consequences; the fault's own hint is for one with
    /// consequences.
    private static let nothingToDo =
        "Nothing is missing and nothing needs to be done; if this comes again, look at the disk"

    private static func bytes(_ count: Int) -> String { count == 1 ? "1 byte" : "\(count) bytes" }
}
