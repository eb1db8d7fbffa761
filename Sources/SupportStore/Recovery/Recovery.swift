import SupportSystem

/// Examines a state directory and prepares it for new records.
///
/// It changes nothing before everything that it relies on is verified.
struct Recovery {
    private let storage: any Storage
    private let initialisation: Initialisation
    private let beginning: Beginning
    private var notes: [RecoveryNote] = []
    /// Why the system refused to read a snapshot; nil for none.
    private var unreadable: StoreFault?
    private static let doing = "open the state directory"

    /// The parts of a recovered journal.
    struct Outcome {
        let log: RecoveredLog
        let journal: Journal
        let index: SegmentIndex
        let desk: DeskIdentity
        /// The last record that the durable mark now names, 0 for none.
        let markedSequence: UInt64
    }

    init(_ initialisation: Initialisation, _ beginning: Beginning) {
        storage = initialisation.storage
        self.initialisation = initialisation
        self.beginning = beginning
    }

    /// Runs the recovery; the directory must be locked.
    mutating func run() throws(StoreFault) -> Outcome {
        let found = try survey()
        let (desk, isNew) = try identify(found)
        let state = isNew ? try survey() : found
        guard !state.segments.isEmpty else { throw journalMissing() }
        let chain = try SegmentChain(state.segments, of: desk, in: storage)
        if initialisation.shape.retention == .keepAll { try chain.expectBeginning() }
        let snapshot = try newestGoodSnapshot(state.snapshots, of: desk)
        let markFile = DurableMarkFile(storage: storage, desk: desk)
        let mark = try state.hasDurableMark ? readMark(markFile) : nil
        let known = KnownEnd(snapshot, newest: state.snapshots.first ?? 0, mark)
        let index = SegmentIndex(state.segments)
        let end = try journalEnd(chain, snapshot, known, index)
        try removeUnfinished(state.unfinished)
        if let note = try end.settle(in: storage) { notes.append(note) }
        // The mark was written without a sync: one that names this record may not be on the disk
        // yet.
        let isMarked = end.lastSequence > 0 ? try write(markFile, end) : false
        let markedSequence = isMarked ? end.lastSequence : 0
        let log = RecoveredLog(
            snapshot: snapshot, lastSequence: end.lastSequence, isNew: isNew, notes: notes)
        let journal = try end.journal(
            in: storage, index: index, recordBytesMax: initialisation.shape.recordBytesMax)
        return Outcome(
            log: log, journal: journal, index: index, desk: desk,
            markedSequence: markedSequence)
    }

    /// The end of the journal. When the system refuses to read a snapshot for now and records are
    /// missing that it would have replaced, that refusal is thrown.
    private func journalEnd(
        _ chain: SegmentChain, _ snapshot: Snapshot?, _ known: KnownEnd, _ index: SegmentIndex
    ) throws(StoreFault) -> JournalEnd {
        do {
            return try JournalEnd(chain, after: snapshot, known: known, index: index)
        } catch {
            if case .missing = error.cause, let unreadable { throw unreadable }
            throw error
        }
    }

    /// The mark; nil when it is damaged, as it only adds to what the journal proves by itself.
    private mutating func readMark(
        _ file: DurableMarkFile
    ) throws(StoreFault) -> DurableMark? {
        do {
            return try file.read()
        } catch {
            guard case .damaged = error.cause else { throw error }
            notes.append(.unusableMark(error))
            return nil
        }
    }

    /// Marks the end that was just made durable; false where the disk is full, as a desk must start
    /// then too.
    private func write(_ file: DurableMarkFile, _ end: JournalEnd) throws(StoreFault) -> Bool {
        do {
            try file.write(end.lastSequence, end.chain)
            return true
        } catch {
            if error.isLackOfSpace { return false }
            throw error
        }
    }

    private func survey() throws(StoreFault) -> StateSurvey {
        try StoreFault.naming(storage.place, Self.doing) { () throws(SystemFault) in
            StateSurvey(try storage.names())
        }
    }

    /// Determines the desk of the directory, or creates one where that is allowed.
    private mutating func identify(
        _ state: StateSurvey
    ) throws(StoreFault) -> (desk: DeskIdentity, isNew: Bool) {
        if state.hasMarker {
            guard beginning != .demanded else { throw occupied(StoreFault.deskIsThere) }
            return (try Marker.read(in: storage, doing: Self.doing).desk, false)
        }
        guard state.isEmpty || state.isBeginning else {
            throw Initialisation.markerMissing(storage)
        }
        let interrupted = state.isBeginning ? try initialisation.interrupted() : nil
        try expectOrder(for: state)
        guard let interrupted else { return (try initialisation.begin(), true) }
        try initialisation.complete(interrupted)
        notes.append(.initialisationCompleted)
        return (interrupted, true)
    }

    /// Throws unless an operator allowed a new desk and the directory contains nothing else.
    private func expectOrder(for state: StateSurvey) throws(StoreFault) {
        if beginning == .refused {
            let text =
                state.isBeginning || !state.unfinished.isEmpty
                ? "a new desk was not completed in it" : "there is no desk in it"
            throw StoreFault(doing: Self.doing, file: storage.place, cause: .noDesk(text))
        }
        if let stranger = state.foreign.first {
            throw occupied("it is not empty: \(stranger) is in it")
        }
    }

    private func occupied(_ text: String) -> StoreFault {
        StoreFault(doing: "begin a new desk", file: storage.place, cause: .occupied(text))
    }

    private func journalMissing() -> StoreFault {
        StoreFault(
            doing: Self.doing, file: storage.place,
            cause: .missing("it was initialised, but there is no journal in it"))
    }

    /// The newest intact snapshot; a note is added for each one that is not.
    private mutating func newestGoodSnapshot(
        _ sequences: [UInt64], of desk: DeskIdentity
    ) throws(StoreFault) -> Snapshot? {
        let files = SnapshotFiles(storage: storage, desk: desk)
        for sequence in sequences {
            do throws(StoreFault) {
                return try files.read(sequence)
            } catch {
                // A later release's snapshot is not damaged, and an older one does not help.
                if case .laterFormat = error.cause { throw error }
                if !error.isDamage { unreadable = unreadable ?? error }
                notes.append(.unusableSnapshot(error))
            }
        }
        return nil
    }

    private mutating func removeUnfinished(_ names: [String]) throws(StoreFault) {
        for name in names {
            try StoreFault.naming(name, "remove an unfinished file") { () throws(SystemFault) in
                try storage.remove(name)
            }
            // Every end of the program leaves a spare.
            if name != StoreFileName.spare { notes.append(.unfinishedFileRemoved(name)) }
        }
    }
}

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
