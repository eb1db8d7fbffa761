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
        let chain = try chain(of: state.segments, desk)
        if initialisation.shape.retention == .keepAll { try chain.expectBeginning(in: storage) }
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

    private func chain(
        of firsts: [UInt64], _ desk: DeskIdentity
    ) throws(StoreFault) -> SegmentChain {
        do {
            return try SegmentChain(firsts, of: desk, in: storage)
        } catch {
            throw error.placed(among: firsts)
        }
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
            throw error.placed(among: chain.segments.map(\.header.first))
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
